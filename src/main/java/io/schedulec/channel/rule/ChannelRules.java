package io.schedulec.channel.rule;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of all channel rules, one owner per operator. */
public final class ChannelRules {
  private static final ChannelRule[] ALL = {
    new ArithmeticRule(),
    new AttentionRule(),
    new BatchNormalizationRule(),
    new BlocksRule(),
    new ConcatRule(),
    new ConvRule(),
    new ConvTransposeRule(),
    new EinsumRule(),
    new ElementwiseRule(),
    new FillRule(),
    new GatherRule(),
    new GemmRule(),
    new GroupNormalizationRule(),
    new InstanceNormalizationRule(),
    new LayerNormalizationRule(),
    new LookupRule(),
    new MatMulRule(),
    new OrderRule(),
    new PadRule(),
    new PoolRule(),
    new ProductRule(),
    new QuantizationRule(),
    new RecurrentRule(),
    new ReduceRule(),
    new ReshapeRule(),
    new ResizeRule(),
    new SamplingRule(),
    new ScatterRule(),
    new ShapeOfRule(),
    new SliceRule(),
    new SoftmaxRule(),
    new SourceRule(),
    new SplitRule(),
    new SqueezeRule(),
    new TileRule(),
    new TransposeRule(),
  };
  private static final Map<String, ChannelRule> BY_OPERATOR = owners(ALL);

  private ChannelRules() {}

  /** The rule for an operator of the standard domain, or null. */
  public static @Nullable ChannelRule rule(String opType) {
    return BY_OPERATOR.get(opType);
  }

  /** The rule for a node of a model: that of its operator, or what is declared of it; else null. */
  public static @Nullable ChannelRule rule(ModelGraph graph, Node node) {
    ChannelRule rule = node.standard() ? rule(node.opType()) : null;
    if (rule != null) {
      return rule;
    }
    Optional<DeclaredOperator> declared = graph.declared(node);
    return declared.isPresent() ? new DeclaredRule(declared.get()) : null;
  }

  /** The operators that have a rule, sorted. */
  public static List<String> operators() {
    return BY_OPERATOR.keySet().stream().sorted().toList();
  }

  static Map<String, ChannelRule> owners(ChannelRule... rules) {
    Map<String, ChannelRule> owners = new HashMap<>(256);
    for (ChannelRule rule : rules) {
      for (String opType : rule.opTypes()) {
        if (owners.put(opType, rule) != null) {
          throw new AssertionError("two channel rules for " + opType);
        }
      }
    }
    return owners;
  }
}

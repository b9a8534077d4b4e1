package io.schedulec.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of all shape rules, one owner per operator. */
final class ShapeRules {
  private static final ShapeRule[] ALL = {
    new UnaryShape(),
    new BroadcastShape(),
    new ConvShape(),
    new ConvTransposeShape(),
    new PoolShape(),
    new NormalizationShape(),
    new GemmShape(),
    new MatMulShape(),
    new ConcatShape(),
    new SplitShape(),
    new SliceShape(),
    new GatherShape(),
    new ShapeOfShape(),
    new SqueezeShape(),
    new UnsqueezeShape(),
    new ReshapeShape(),
    new FlattenShape(),
    new ExpandShape(),
    new TileShape(),
    new TransposeShape(),
    new PadShape(),
    new ResizeShape(),
    new ReduceShape(),
    new FillShape(),
    new BlocksShape(),
    new DropoutShape(),
    new RecurrentShape(),
    new EinsumShape(),
    new GatherNdShape(),
    new GatherElementsShape(),
    new ScatterShape(),
    new TopKShape(),
    new NonZeroShape(),
    new OneHotShape(),
    new SelectionShape(),
    new AttentionShape(),
    new QuantizedShape(),
    new UnpoolShape(),
    new SamplingShape(),
    new RegionShape(),
    new CropPadShape(),
    new ColumnsShape(),
    new LossShape(),
    new DeterminantShape(),
    new SignalShape(),
    new CumulativeShape(),
    new SequenceShape(),
  };
  private static final Map<String, ShapeRule> BY_OPERATOR = byOperator();

  private ShapeRules() {}

  static @Nullable ShapeRule rule(String opType) {
    return BY_OPERATOR.get(opType);
  }

  static List<String> operators() {
    return BY_OPERATOR.keySet().stream().sorted().toList();
  }

  private static Map<String, ShapeRule> byOperator() {
    Map<String, ShapeRule> owners = new HashMap<>(256);
    for (ShapeRule rule : ALL) {
      for (String opType : rule.opTypes()) {
        if (owners.put(opType, rule) != null) {
          throw new AssertionError("two shape rules for " + opType);
        }
      }
    }
    return owners;
  }
}

package io.schedulec.graph.shape;

import io.schedulec.graph.DeclaredOperator;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shape of every value of a model.
 *
 * <p>Shapes that the model file declares only fill in what remains unknown. An operator without a
 * rule has the declared shape or none.
 */
public final class ShapeInference {
  private final ModelGraph graph;
  private final ShapeTable table;
  private final Sizes sizes;
  private final Declarations declarations;

  private ShapeInference(ModelGraph graph) {
    this.graph = graph;
    this.table = new ShapeTable(graph.values().size());
    this.sizes = table.sizes();
    this.declarations = new Declarations(sizes);
  }

  /** The shapes of all values. */
  public static ShapeTable of(ModelGraph graph) {
    ShapeInference inference = new ShapeInference(graph);
    inference.start();
    for (Node node : graph.nodes()) {
      inference.apply(node);
    }
    inference.table.close();
    return inference.table;
  }

  private void start() {
    for (Value value : graph.values()) {
      if (value.kind() == Value.Kind.COMPUTED) {
        continue;
      }
      long[] declared = declarations.of(value);
      if (declared != null) {
        put(value, declared, value.kind() == Value.Kind.INPUT);
        Integers elements =
            value.kind() == Value.Kind.CONSTANT
                ? ConstantReader.read(value, declared, table)
                : null;
        if (elements != null) {
          table.put(value, elements);
        }
      }
    }
  }

  private void apply(Node node) {
    NodeShapes at = new NodeShapes(node, graph.opset(), table);
    ShapeRule rule = node.standard() ? ShapeRules.rule(node.opType()) : null;
    if (rule != null) {
      infer(rule, at);
    } else {
      Optional<DeclaredOperator> declared = graph.declared(node);
      if (declared.isPresent()) {
        infer(declared.get(), node, at);
      }
    }
    for (int i = 0; i < at.outputCount(); i++) {
      Optional<Value> output = node.output(i);
      if (output.isPresent()) {
        settle(output.get(), at.stated(i), at.statedContents(i));
      }
    }
  }

  /** What a malformed node makes is unknown. */
  private static void infer(ShapeRule rule, NodeShapes at) {
    try {
      rule.infer(at);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException malformed) {
      at.forget();
    }
  }

  private static void infer(DeclaredOperator declared, Node node, NodeShapes at) {
    try {
      DeclaredShape.infer(declared, node, at);
    } catch (IndexOutOfBoundsException contradiction) {
      at.forget();
    }
  }

  private void settle(Value value, long @Nullable [] inferred, @Nullable Integers contents) {
    long[] declared = incomplete(inferred) ? declarations.of(value) : null;
    if (inferred != null) {
      put(value, declarations.complete(inferred, declared), false);
    } else if (declared != null) {
      put(value, declared, false);
    }
    if (contents != null) {
      table.put(value, contents);
    }
  }

  private static boolean incomplete(long @Nullable [] inferred) {
    return inferred == null || !Dimension.known(inferred);
  }

  /** Gives each size that is unknown a symbol of its own, so that it is known when met again. */
  private void put(Value value, long[] inferred, boolean given) {
    long[] out = inferred;
    boolean impossible = impossible(inferred);
    for (int i = 0; i < out.length; i++) {
      boolean negative = Dimension.known(out[i]) && out[i] < 0;
      if (out[i] == Dimension.UNKNOWN || negative || impossible) {
        out = out == inferred ? inferred.clone() : out;
        out[i] = given ? sizes.atLeastOne() : sizes.symbol();
      }
    }
    table.put(value, out);
  }

  /** Whether the known sizes are those of a tensor with more elements than can be counted. */
  private static boolean impossible(long[] sizes) {
    long elements = 1;
    for (long size : sizes) {
      if (Dimension.known(size) && size > 0) {
        if (elements > Long.MAX_VALUE / size) {
          return true;
        }
        elements *= size;
      }
    }
    return false;
  }

  /** The operators that have a rule. */
  static List<String> operators() {
    return ShapeRules.operators();
  }
}

package io.schedulec.surgery;

import io.schedulec.graph.Node;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a tensor is zero, however it came to its shape. */
final class Zeros {
  private static final int LONGEST = 16;
  private static final Set<String> MOVING =
      Set.of(
          "Cast",
          "Expand",
          "Gather",
          "Identity",
          "Reshape",
          "Slice",
          "Squeeze",
          "Tile",
          "Transpose",
          "Unsqueeze");

  private Zeros() {}

  /** Whether all elements of a value are zero, as far as that can be told. */
  static boolean of(Wiring wiring, Value value) {
    return of(wiring, value, 0);
  }

  private static boolean of(Wiring wiring, Value value, int depth) {
    if (value.kind() == Value.Kind.CONSTANT) {
      return value.data().map(Zeros::of).orElse(false);
    }
    Node producer = wiring.producer(value).orElse(null);
    if (producer == null || !producer.standard() || depth > LONGEST) {
      return false;
    }
    if (producer.opType().equals("ConstantOfShape")) {
      return producer.attributes().tensor("value").map(Zeros::of).orElse(true);
    }
    Optional<Value> from = producer.input(0);
    return MOVING.contains(producer.opType())
        && from.isPresent()
        && of(wiring, from.get(), depth + 1);
  }

  private static boolean of(TensorData data) {
    try {
      if (!data.type().floating()) {
        return false;
      }
      for (double element : data.doubles()) {
        if (element != 0) {
          return false;
        }
      }
      return true;
    } catch (UnreadableModelException absent) {
      return false;
    }
  }
}

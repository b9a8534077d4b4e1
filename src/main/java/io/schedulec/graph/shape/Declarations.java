package io.schedulec.graph.shape;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the model file says of the sizes of values. */
final class Declarations {
  private final Sizes sizes;

  Declarations(Sizes sizes) {
    this.sizes = sizes;
  }

  /** The declared sizes of a value, with symbols for those that have names; null without rank. */
  long @Nullable [] of(Value value) {
    Optional<Shape> shape = value.shape();
    if (shape.isEmpty() && value.parameter().isPresent()) {
      shape = Optional.of(value.parameter().get().shape());
    }
    if (shape.isEmpty()) {
      return null;
    }
    long[] declared = shape.get().toArray();
    List<String> names = value.sizeNames();
    for (int i = 0; i < declared.length; i++) {
      if (declared[i] < 0) {
        declared[i] = i < names.size() ? DeclaredSize.of(names.get(i), sizes) : Dimension.UNKNOWN;
      }
    }
    return declared;
  }

  /**
   * What was inferred, with what was declared in the place of what is unknown. A declaration of
   * another rank is of no use.
   */
  long[] complete(long[] inferred, long @Nullable [] declared) {
    if (declared == null || declared.length != inferred.length) {
      return inferred;
    }
    long[] out = inferred;
    for (int i = 0; i < inferred.length; i++) {
      boolean better =
          inferred[i] == Dimension.UNKNOWN
              || (!Dimension.known(inferred[i]) && Dimension.known(declared[i]));
      if (better && declared[i] != Dimension.UNKNOWN) {
        out = out == inferred ? inferred.clone() : out;
        out[i] = declared[i];
      }
    }
    return out;
  }
}

package io.schedulec.graph.onnx;

import io.schedulec.graph.TensorCut;

/** Rewrites what a file declares of the shape of a value. */
final class Declarations {
  private Declarations() {}

  /** The declaration in a field, of a value from which indices go. */
  static Pieces rewrite(ModelBytes file, Field declaration, TensorCut cut) {
    return nested(file, declaration, cut, 0);
  }

  /** Goes down from the value to its type, the tensor's type, its shape, and the sizes. */
  private static Pieces nested(ModelBytes file, Field outer, TensorCut cut, int depth) {
    Pieces out = new Pieces(file);
    int axis = 0;
    for (Field field : Field.of(file, outer.body(), outer.end())) {
      if (!leads(field.number(), depth)) {
        out.copy(field);
      } else if (depth < 3) {
        out.rewritten(field, nested(file, field, cut, depth + 1));
      } else {
        out.rewritten(field, size(file, field, axis < cut.before().rank() ? cut.gone(axis) : 0));
        axis++;
      }
    }
    return out;
  }

  private static boolean leads(int field, int depth) {
    return switch (depth) {
      case 0, 2 -> field == 2;
      case 1 -> field == 1 || field == 8;
      default -> field == 1;
    };
  }

  private static Pieces size(ModelBytes file, Field size, long gone) {
    Pieces out = new Pieces(file);
    for (Field field : Field.of(file, size.body(), size.end())) {
      long before = field.number() == 1 ? number(file, field) : 0;
      if (gone > 0 && before > gone) {
        out.integer(1, before - gone);
      } else {
        out.copy(field);
      }
    }
    return out;
  }

  private static long number(ModelBytes file, Field field) {
    Wire value = Wire.of(file, field.start(), field.end());
    value.next();
    return value.integer();
  }
}

package io.schedulec.graph.onnx;

import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the second call of a module from another module.
 *
 * <p>The exporter calls the second call of {@code conv} {@code conv_1}. A module could be called
 * that as well; a parameter of the same shape as that of {@code conv} is taken for the same one,
 * because two parameters that are pruned as one do no harm, but one that is pruned as two does.
 */
final class ModuleCalls {
  private final List<String> names = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  /** Notes a parameter. */
  void add(String name, Shape shape) {
    names.add(name);
    shapes.add(shape);
  }

  /** The name that a parameter had in the first call of its module. */
  String first(String name, Shape shape) {
    if (name.indexOf('_') >= 0) {
      for (int i = 0; i < names.size(); i++) {
        if (shapes.get(i).equals(shape) && ModulePath.sameModule(names.get(i), name)) {
          return names.get(i);
        }
      }
    }
    add(name, shape);
    return name;
  }
}

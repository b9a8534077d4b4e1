package io.schedulec.graph.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a model brings along. */
final class Functions {
  private final ModelBytes file;
  private final Map<String, Long> opsets;
  private final Map<Name, RawFunction> byName = new HashMap<>();

  /** What a function is called by. */
  private record Name(String domain, String operator, String overload) {}

  private Functions(ModelBytes file, Map<String, Long> opsets) {
    this.file = file;
    this.opsets = opsets;
  }

  /**
   * The functions of a model that has these versions of operators.
   *
   * @throws io.schedulec.graph.UnreadableModelException if two have one name
   */
  static Functions of(ModelBytes file, List<RawFunction> all, Map<String, Long> opsets) {
    Functions functions = new Functions(file, opsets);
    for (RawFunction function : all) {
      Name name = new Name(function.domain(), function.name(), function.overload());
      if (functions.byName.put(name, function) != null) {
        throw file.senseless("function " + function.name() + " is defined twice");
      }
    }
    return functions;
  }

  /**
   * The function that a node calls; null if it calls none.
   *
   * @throws io.schedulec.graph.UnreadableModelException if it may as well be a standard operator
   */
  @Nullable RawFunction calledBy(RawNode node) {
    if (byName.isEmpty()) {
      return null;
    }
    RawFunction function = byName.get(new Name(node.domain(), node.opType(), node.overload()));
    if (function != null && function.domain().isEmpty()) {
      throw file.senseless(
          node.name()
              + " may be the standard operator "
              + node.opType()
              + " or the function that the file calls so, too");
    }
    return function;
  }

  /** Whether what a function consists of is understood as if it stood in the model itself. */
  boolean understood(RawFunction function) {
    return function.writtenFor(opsets);
  }
}

package io.schedulec.graph.pt2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of all families of operators, one owner per operator. */
final class AtenOperators {
  private static final Operator[] ALL = {
    new Activations(),
    new Arithmetic(),
    new Attention(),
    new Choices(),
    new Convolutions(),
    new Fills(),
    new Joins(),
    new Normalizations(),
    new Pads(),
    new Passes(),
    new Permutations(),
    new PixelShuffles(),
    new Pools(),
    new Products(),
    new Reductions(),
    new Recurrences(),
    new Resizes(),
    new Sizes(),
    new Softmaxes(),
    new Splits(),
    new Unaries(),
    new Views(),
  };
  private static final Map<String, Operator> BY_NAME = owners(ALL);

  private AtenOperators() {}

  /** The family of what a call calls. */
  static Optional<Operator> of(Target target) {
    return target.aten()
        ? Optional.ofNullable(BY_NAME.get(target.plain()))
        : target.domain().equals("python")
            ? Optional.ofNullable(BY_NAME.get("python." + target.name()))
            : Optional.empty();
  }

  /** All families. */
  static List<Operator> all() {
    return List.of(ALL);
  }

  /** Families by the names of their operators. */
  static Map<String, Operator> owners(Operator... families) {
    Map<String, Operator> owners = new HashMap<>(512);
    for (Operator family : families) {
      for (String name : family.names()) {
        if (owners.put(name, family) != null) {
          throw new AssertionError("two families for " + name);
        }
      }
    }
    return owners;
  }
}

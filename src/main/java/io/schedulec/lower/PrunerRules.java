package io.schedulec.lower;

import io.schedulec.bind.BoundPruner;
import io.schedulec.catalog.ClassSpec;
import java.util.List;
import java.util.Optional;

/** The list of all rules. */
final class PrunerRules {
  private static final List<PrunerRule> ALL =
      List.of(
          new RankedRule(),
          new GradualRule(),
          new LevelRule(),
          new MagnitudeRule(),
          new BaiduRule());

  private PrunerRules() {}

  /** Every rule. */
  static List<PrunerRule> all() {
    return ALL;
  }

  /** The rule for a pruner's class; empty where it is not covered. */
  static Optional<PrunerRule> of(BoundPruner pruner) {
    String name = pruner.instance().spec().map(ClassSpec::name).orElse("");
    return ALL.stream().filter(rule -> rule.classes().contains(name)).findFirst();
  }
}

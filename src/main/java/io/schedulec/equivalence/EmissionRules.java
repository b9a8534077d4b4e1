package io.schedulec.equivalence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of all emission rules, one owner per operator. */
final class EmissionRules {
  private static final List<EmissionRule> ALL =
      List.of(
          new ArithmeticEmission(),
          new ConcatEmission(),
          new ElementwiseEmission(),
          new LayerEmission(),
          new NormalizationEmission(),
          new PadEmission(),
          new PoolEmission(),
          new RearrangementEmission(),
          new ReductionEmission(),
          new ResizeEmission());
  private static final Map<String, EmissionRule> BY_OPERATOR = owners();

  private EmissionRules() {}

  /** The rule for an operator of the standard domain, or null. */
  static @Nullable EmissionRule rule(String opType) {
    return BY_OPERATOR.get(opType);
  }

  /** The operators that have a rule, sorted. */
  static List<String> operators() {
    return BY_OPERATOR.keySet().stream().sorted().toList();
  }

  private static Map<String, EmissionRule> owners() {
    Map<String, EmissionRule> owners = new HashMap<>();
    for (EmissionRule rule : ALL) {
      for (String opType : rule.opTypes()) {
        if (owners.put(opType, rule) != null) {
          throw new AssertionError("two emission rules for " + opType);
        }
      }
    }
    return owners;
  }
}

package io.schedulec.ide;

import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Schedule;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of parameters in a schedule. */
final class Names {
  private Names() {}

  /** The parameter names of an instance, as items and as keys. */
  static List<Spanned<String>> of(Instance instance) {
    List<Spanned<String>> names = new ArrayList<>();
    Optional<WeightList> weights = instance.weights();
    weights.ifPresent(list -> list.items().forEach(item -> names.add(item.name())));
    names.addAll(instance.parameterKeys());
    return names;
  }

  /** The parameter name at an offset. */
  static Optional<Spanned<String>> parameterAt(Schedule schedule, int offset) {
    for (Instance instance : schedule.instances()) {
      for (Spanned<String> name : of(instance)) {
        if (TreePath.touches(name.span(), offset)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}

package io.schedulec.ide;

import io.schedulec.analysis.Snapshot;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where instances are defined, and where they are scheduled. */
public final class Definitions {
  private Definitions() {}

  /** The name of the instance that the word at an offset refers to, where it is defined. */
  public static Optional<Span> at(Snapshot snapshot, int offset) {
    return instance(snapshot, offset).map(i -> snapshot.drift().newer(i.name().span()));
  }

  /** The places in policies that refer to the instance whose name stands at an offset. */
  public static List<Span> references(Snapshot snapshot, int offset) {
    List<Span> places = new ArrayList<>();
    Optional<Instance> instance = instance(snapshot, offset);
    if (instance.isPresent()) {
      for (Policy policy : schedule(snapshot).orElseThrow().policiesOf(instance.get())) {
        policy.instanceName().ifPresent(n -> places.add(snapshot.drift().newer(n.span())));
      }
    }
    return places;
  }

  private static Optional<Schedule> schedule(Snapshot snapshot) {
    return snapshot.readable().schedule();
  }

  private static Optional<Instance> instance(Snapshot snapshot, int offset) {
    OptionalInt older = snapshot.drift().older(offset);
    if (schedule(snapshot).isEmpty() || older.isEmpty()) {
      return Optional.empty();
    }
    return instance(schedule(snapshot).get(), older.getAsInt());
  }

  private static Optional<Instance> instance(Schedule schedule, int offset) {
    for (Policy policy : schedule.policies()) {
      Optional<Spanned<String>> name = policy.instanceName();
      if (name.isPresent() && TreePath.touches(name.get().span(), offset)) {
        return policy.target();
      }
    }
    for (Instance instance : schedule.instances()) {
      if (TreePath.touches(instance.name().span(), offset)) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }
}

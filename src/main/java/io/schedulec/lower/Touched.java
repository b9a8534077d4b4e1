package io.schedulec.lower;

import io.schedulec.plan.Group;
import io.schedulec.plan.Member;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Step;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a segment reads or changes; two segments that have nothing of it in common may change
 * places.
 */
final class Touched {
  private static final String RATE = "\0rate";

  private final Map<String, Group> groups;

  Touched(Map<String, Group> groups) {
    this.groups = groups;
  }

  /** Whether it matters which of two segments comes first. */
  boolean conflict(Segment one, Segment other) {
    return !Collections.disjoint(one.epochs(), other.epochs())
        && !Collections.disjoint(by(one.steps()), by(other.steps()));
  }

  private Set<String> by(List<Step> steps) {
    Set<String> touched = new HashSet<>();
    steps.forEach(step -> add(step, touched));
    return touched;
  }

  private void add(Step step, Set<String> touched) {
    if (step instanceof Step.Mask mask) {
      touched.addAll(mask.tensors());
      if (mask.selection() instanceof Selection.Lowest lowest) {
        lowest.leader().ifPresent(touched::add);
      }
    } else if (step instanceof Step.Thin thin) {
      for (String name : thin.groups()) {
        for (Member member : group(name).members()) {
          touched.add(member.tensor());
        }
      }
    } else {
      touched.add(RATE);
    }
  }

  private Group group(String name) {
    Group group = groups.get(name);
    if (group == null) {
      throw new IllegalStateException("no group " + name);
    }
    return group;
  }
}

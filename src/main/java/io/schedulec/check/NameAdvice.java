package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Meant;
import io.schedulec.bind.NameIndex;
import io.schedulec.check.chain.LayerUses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to be said of a name that no parameter carries. */
final class NameAdvice {
  private NameAdvice() {}

  /** What is to be said of a name that the model does not have. */
  static String about(BoundSchedule schedule, String name) {
    String plain = NameIndex.plain(name);
    NameIndex names = schedule.facts().names();
    if (Meant.ofModule(names, plain).isPresent()) {
      return "a module; its parameter is " + plain + ".weight";
    }
    Optional<String> first = firstName(schedule, plain);
    if (first.isPresent()) {
      return "shares its tensor with " + first.get() + ", the first name";
    }
    Optional<String> nearest = Meant.by(names, name);
    if (nearest.isPresent()) {
      int edits = Meant.edits(plain, nearest.get());
      boolean sibling = !parent(plain).equals(parent(NameIndex.plain(nearest.get())));
      if (edits <= 2 && (sibling || edits == 1) && !otherNumber(plain, nearest.get())) {
        return "no such parameter; "
            + nearest.get()
            + " is "
            + Words.count(edits, "edit")
            + " away";
      }
    }
    return siblings(schedule, plain).orElse("no such parameter");
  }

  /** The name under which the model has the weight of a layer that shares another's tensor. */
  static Optional<String> firstName(BoundSchedule schedule, String plain) {
    if (!plain.endsWith(".weight")) {
      return Optional.empty();
    }
    String layer = plain.substring(0, plain.length() - ".weight".length());
    if (schedule.facts().graph().nodes().stream().noneMatch(n -> n.scope().equals(layer))) {
      return Optional.empty();
    }
    LayerUses uses = new LayerUses(schedule.facts().graph());
    for (String name : schedule.facts().names().names()) {
      boolean own = NameIndex.plain(name).startsWith(layer + ".");
      boolean weighty = !own && name.endsWith(".weight") && weighty(schedule, name);
      if (weighty && uses.of(name).stream().anyMatch(n -> n.scope().equals(layer))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static String parent(String name) {
    List<String> parts = NameIndex.components(name);
    return String.join(".", parts.subList(0, Math.max(0, parts.size() - 2)));
  }

  /** Whether two names differ only in a number, which is seldom a slip of the finger. */
  static boolean otherNumber(String name, String other) {
    return !name.equals(other) && letters(name).equals(letters(NameIndex.plain(other)));
  }

  private static String letters(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(Character.isDigit(c) ? '0' : c);
    }
    return out.toString();
  }

  /** What stands in the model where the name was looked for: {@code layer3.0 has conv1 and ...}. */
  private static Optional<String> siblings(BoundSchedule schedule, String plain) {
    List<String> parts = NameIndex.components(plain);
    for (int keep = parts.size() - 2; keep > 0; keep--) {
      String block = String.join(".", parts.subList(0, keep)) + ".";
      Set<String> found = new LinkedHashSet<>();
      for (String name : schedule.facts().names().names()) {
        String other = NameIndex.plain(name);
        boolean below = other.length() > block.length() + ".weight".length();
        boolean inside = below && other.startsWith(block) && other.endsWith(".weight");
        if (inside && weighty(schedule, name)) {
          found.add(other.substring(block.length(), other.length() - ".weight".length()));
        }
      }
      if (!found.isEmpty()) {
        String has = block.substring(0, block.length() - 1) + " has ";
        String missing = parts.get(keep).equals("weight") ? "" : ", no " + parts.get(keep);
        return Optional.of(has + Words.cut(List.copyOf(found), 4) + missing);
      }
    }
    return Optional.empty();
  }

  private static boolean weighty(BoundSchedule schedule, String name) {
    return schedule.facts().names().find(name).orElseThrow().shape().rank() > 1;
  }
}

package io.schedulec.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A prefix that explains why names do not match.
 *
 * @param text the prefix with its final dot, e.g. {@code module.model.}
 * @param dropped whether the schedule has it and the model does not; otherwise the model has it and
 *     the schedule does not
 */
public record Prefix(String text, boolean dropped) {

  /** The name after the prefix is dropped or added. */
  public String applyTo(String name) {
    return dropped ? name.substring(text.length()) : text + NameIndex.plain(name);
  }

  /**
   * The one prefix that makes every missed name match.
   *
   * <p>A prefix to add is accepted only when it is the only one that would do, and when no name of
   * the schedule matches without it unless several do with it: a lone misspelt name must not be
   * taken for one. Nor is a prefix to drop accepted where a few edits lead to another parameter.
   *
   * @param missed the names that match nothing
   * @param anyMatch whether other names of the schedule match as they are
   */
  public static Optional<Prefix> explaining(
      List<String> missed, boolean anyMatch, NameIndex index) {
    if (missed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Prefix> drop = toDrop(missed, index);
    boolean mayAdd = !anyMatch || missed.size() > 1;
    return drop.isPresent() || !mayAdd ? drop : toAdd(missed, index);
  }

  private static Optional<Prefix> toDrop(List<String> missed, NameIndex index) {
    String first = missed.get(0);
    for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
      Prefix prefix = new Prefix(first.substring(0, dot + 1), true);
      if (explainsAll(prefix, missed, index)) {
        return Optional.of(prefix);
      }
    }
    return Optional.empty();
  }

  private static boolean explainsAll(Prefix prefix, List<String> missed, NameIndex index) {
    for (String name : missed) {
      boolean fits = !prefix.dropped() || name.startsWith(prefix.text());
      if (!fits || index.find(prefix.applyTo(name)).isEmpty() || isSlip(prefix, name, index)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name is more similar to another parameter's than a dropped prefix is short. */
  private static boolean isSlip(Prefix prefix, String name, NameIndex index) {
    Optional<String> meant = prefix.dropped() ? Meant.by(index, name) : Optional.empty();
    return meant.isPresent()
        && Meant.edits(name, meant.get()) < NameIndex.plain(prefix.text() + "x").length() - 1;
  }

  private static Optional<Prefix> toAdd(List<String> missed, NameIndex index) {
    String ending = "." + NameIndex.plain(missed.get(0));
    List<Prefix> fitting = new ArrayList<>();
    for (String name : index.names()) {
      String plain = NameIndex.plain(name);
      if (plain.endsWith(ending)) {
        Prefix prefix = new Prefix(plain.substring(0, plain.length() - ending.length() + 1), false);
        if (explainsAll(prefix, missed, index)) {
          fitting.add(prefix);
        }
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}

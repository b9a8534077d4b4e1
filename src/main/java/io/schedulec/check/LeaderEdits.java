package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Edit;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;

/** Edits that put a pruner's list under one Leader. */
final class LeaderEdits {
  private static final String LEADER = "group_dependency: Leader";

  private LeaderEdits() {}

  /**
   * Writes {@code group_dependency: Leader}; nothing where it stands there already.
   *
   * @see #possible
   */
  static List<Edit> addLeader(BoundSchedule schedule, BoundPruner pruner) {
    if (pruner.leader()) {
      return List.of();
    }
    Instance instance = pruner.instance();
    Argument present = instance.arguments().get("group_dependency");
    if (present != null && own(instance, present)) {
      return List.of(new Edit(present.span(), LEADER));
    }
    Optional<Argument> anchor = anchor(instance);
    return anchor.isEmpty() ? List.of() : List.of(behind(schedule.source(), anchor.get()));
  }

  /** Whether nobody else would come under the Leader: no instance merges the keys of this one. */
  static boolean possible(BoundSchedule schedule, BoundPruner pruner) {
    Instance instance = pruner.instance();
    return pruner.leader()
        || (!merged(schedule.source(), instance) && anchor(instance).isPresent());
  }

  /** Whether the keys of an instance have an anchor that is used. */
  private static boolean merged(SourceFile source, Instance instance) {
    Span behind = new Span(instance.name().span().end(), instance.span().end());
    String text = source.text(behind);
    int colon = text.indexOf(':');
    String value = text.substring(colon + 1).stripLeading();
    if (colon < 0 || !value.startsWith("&")) {
      return false;
    }
    int end = 1;
    while (end < value.length() && " \t\r\n{".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    return source.text().contains("*" + value.substring(1, end));
  }

  /** The group type, or else the first key that is not merged in from elsewhere. */
  private static Optional<Argument> anchor(Instance instance) {
    Argument type = instance.arguments().get("group_type");
    if (type != null && own(instance, type)) {
      return Optional.of(type);
    }
    for (Argument argument : instance.arguments().values()) {
      if (own(instance, argument)) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  private static boolean own(Instance instance, Argument argument) {
    Span span = instance.span();
    return span.start() <= argument.span().start() && argument.span().end() <= span.end();
  }

  /** Another entry behind an entry, on its own line where the anchor has one. */
  private static Edit behind(SourceFile source, Argument anchor) {
    int start = anchor.span().start();
    int line = source.position(start).line();
    String lead = source.text().substring(source.lineStart(line), start);
    int end = anchor.span().end();
    if (!lead.isBlank()) {
      return new Edit(new Span(end, end), ", " + LEADER);
    }
    int lineEnd = source.lineSpan(source.position(end).line()).end();
    String lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
    return new Edit(new Span(lineEnd, lineEnd), lineBreak + lead + LEADER);
  }
}

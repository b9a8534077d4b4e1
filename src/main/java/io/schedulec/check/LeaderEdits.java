package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Edit;
import io.schedulec.schedule.Argument;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;

/** Edits that put a pruner's list under one Leader. */
final class LeaderEdits {
  private static final String LEADER = "group_dependency: Leader";

  private LeaderEdits() {}

  /** Writes {@code group_dependency: Leader}; nothing where it stands there already. */
  static List<Edit> addLeader(BoundSchedule schedule, BoundPruner pruner) {
    if (pruner.leader()) {
      return List.of();
    }
    Argument present = pruner.instance().arguments().get("group_dependency");
    if (present != null) {
      return List.of(new Edit(present.span(), LEADER));
    }
    Argument anchor = pruner.instance().arguments().get("group_type");
    return anchor == null ? List.of() : List.of(behind(schedule.source(), anchor));
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

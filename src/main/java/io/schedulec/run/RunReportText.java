package io.schedulec.run;

import io.schedulec.equivalence.Dropped;
import io.schedulec.equivalence.Emission;
import io.schedulec.equivalence.EquivalenceClass;
import io.schedulec.text.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The report of a run, for people. */
public final class RunReportText {
  private static final int MOST_GROUPS = 24;

  private RunReportText() {}

  /** The whole report, in lines of at most about 80 columns. */
  public static String of(RunReport report) {
    StringBuilder text = new StringBuilder();
    text.append(report.input()).append(" -> ").append(report.output()).append('\n');
    report.points().forEach(point -> text.append('\n').append(point(point)));
    text.append('\n').append(totals(report.before(), report.after()));
    return text.toString();
  }

  private static String point(Point point) {
    StringBuilder text = new StringBuilder();
    text.append("epoch ").append(point.epoch()).append(": ").append(summary(point)).append('\n');
    Table table = new Table("  group", "channels", "", "dropped", "class");
    for (ThinnedGroup group : shown(point.groups())) {
      table.row(
          "  " + group.name(),
          group.before() + " -> " + group.after(),
          percent(group.before(), group.after()),
          dropped(group.emission()),
          group.emission().equivalence().word());
    }
    text.append(table);
    if (point.groups().size() > MOST_GROUPS) {
      text.append("  and ").append(point.groups().size() - MOST_GROUPS).append(" more\n");
    }
    reasons(point, text);
    point.difference().ifPresent(apart -> text.append(verified(apart)));
    return text.toString();
  }

  /** Channels that nobody read may have been anything. */
  private static String dropped(Emission emission) {
    boolean unread =
        emission.dropped() == Dropped.VARYING && emission.equivalence() == EquivalenceClass.EXACT;
    return unread ? "unread" : emission.dropped().word();
  }

  private static List<ThinnedGroup> shown(List<ThinnedGroup> groups) {
    return groups.subList(0, Math.min(MOST_GROUPS, groups.size()));
  }

  private static String summary(Point point) {
    int channels = 0;
    for (ThinnedGroup group : point.groups()) {
      channels += group.before() - group.after();
    }
    int groups = point.groups().size();
    return count(channels, "channel") + " removed from " + count(groups, "group");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The reason for the first group that is less than exact; others are in the JSON report. */
  private static void reasons(Point point, StringBuilder text) {
    for (ThinnedGroup group : point.groups()) {
      if (group.emission().where().isPresent()) {
        text.append("  what ").append(group.name()).append(" emitted no longer reaches ");
        text.append(group.emission().where().get()).append('\n');
        return;
      }
    }
  }

  private static String verified(double apart) {
    return String.format(
        Locale.ROOT,
        "  verified: %.1e from the model whose readers' weights for these channels are zero\n",
        apart);
  }

  private static String totals(Totals before, Totals after) {
    Table table = new Table("", "before", "after", "");
    row(table, "params", OptionalLong.of(before.params()), OptionalLong.of(after.params()));
    row(table, "MACs", before.macs(), after.macs());
    row(table, "non-zero", before.nonzero(), after.nonzero());
    return table.toString();
  }

  private static void row(Table table, String name, OptionalLong before, OptionalLong after) {
    if (before.isPresent() && after.isPresent()) {
      table.row(
          name,
          Long.toString(before.getAsLong()),
          Long.toString(after.getAsLong()),
          percent(before.getAsLong(), after.getAsLong()));
    }
  }

  private static String percent(long before, long after) {
    return before == after
        ? ""
        : String.format(Locale.ROOT, "%+.1f %%", 100.0 * (after - before) / before);
  }
}

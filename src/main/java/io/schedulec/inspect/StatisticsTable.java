package io.schedulec.inspect;

import io.schedulec.lower.Point;
import io.schedulec.lower.Rate;
import io.schedulec.lower.Statistics;
import io.schedulec.lower.TensorCount;
import io.schedulec.plan.Header;
import io.schedulec.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a plan makes of a model, for people; {@code ?} stands for what the weights decide. */
public final class StatisticsTable {
  private static final String UNKNOWN = "?";
  private static final String INDENT = "  ";

  /** A tensor's name gets at least so many columns. */
  private static final int NARROW = 12;

  private final Statistics statistics;
  private final int width;
  private final String dots;

  private StatisticsTable(Statistics statistics, int width, boolean ascii) {
    this.statistics = statistics;
    this.width = width;
    this.dots = ascii ? "..." : "…";
  }

  /**
   * The points of a plan, then the tensors that change at each of them.
   *
   * @param width how many columns a line may take
   * @param ascii whether to stay within ASCII
   */
  public static String of(Header header, Statistics statistics, int width, boolean ascii) {
    StatisticsTable table = new StatisticsTable(statistics, width, ascii);
    StringBuilder out = new StringBuilder();
    out.append(header.schedule()).append(" for ").append(header.model()).append("\n\n");
    out.append(table.points());
    Point before = statistics.start();
    for (int i = 0; i < statistics.points().size(); i++) {
      Point point = statistics.points().get(i);
      out.append(table.tensors(table.name(i), before, point));
      before = point;
    }
    return out.toString();
  }

  private String points() {
    Table table = new Table("", "params", "", "MACs", "", "non-zero", "");
    Point start = statistics.start();
    row(table, "before", start, start);
    for (int i = 0; i < statistics.points().size(); i++) {
      row(table, name(i), statistics.points().get(i), start);
    }
    return table.toString();
  }

  private static void row(Table table, String name, Point point, Point start) {
    table.row(
        name,
        number(point.params()),
        change(start.params(), point.params()),
        number(point.macs()),
        change(start.macs(), point.macs()),
        number(point.nonzero()),
        change(start.nonzero(), point.nonzero()));
  }

  /** The last point is the end, even where channels go in the last epoch. */
  private String name(int point) {
    boolean end = point == statistics.points().size() - 1;
    return (end ? "end, epoch " : "epoch ") + statistics.points().get(point).epoch();
  }

  private String tensors(String title, Point before, Point after) {
    Map<String, TensorCount> old = new HashMap<>();
    before.tensors().forEach(tensor -> old.put(tensor.name(), tensor));
    List<List<String>> rows = new ArrayList<>();
    for (TensorCount tensor : after.tensors()) {
      TensorCount was = old.getOrDefault(tensor.name(), tensor);
      if (!was.equals(tensor)) {
        rows.add(row(was, tensor));
      }
    }
    return rows.isEmpty() ? "" : "\n" + title + "\n" + tensors(rows);
  }

  private static List<String> row(TensorCount was, TensorCount is) {
    boolean same = was.shape().equals(is.shape());
    Optional<Rate> rate = is.rate();
    return List.of(
        is.name(),
        was.shape().toString(),
        same ? "" : is.shape().toString(),
        number(is.zeros()),
        rate.map(r -> percent(100 * r.asked())).orElse(""),
        rate.map(r -> percent(100 * r.effective())).orElse(""));
  }

  private String tensors(List<List<String>> rows) {
    int room = Math.max(NARROW, width - width(rows));
    Table table = new Table("tensor", "before", "after", "zeros", "asked", "effective");
    for (List<String> row : rows) {
      String name = elided(row.get(0), room);
      table.row(name, row.get(1), row.get(2), row.get(3), row.get(4), row.get(5));
    }
    return table.toString().indent(INDENT.length());
  }

  /** The columns that everything but the names takes. */
  private static int width(List<List<String>> rows) {
    int[] widths = {0, 6, 5, 5, 5, 9};
    int sum = INDENT.length();
    for (int column = 1; column < widths.length; column++) {
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
      sum += widths[column] + 2;
    }
    return sum;
  }

  /** The end of a name tells more than its beginning. */
  private String elided(String name, int room) {
    return name.length() <= room
        ? name
        : dots + name.substring(name.length() - room + dots.length());
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : UNKNOWN;
  }

  private static String change(OptionalLong from, OptionalLong to) {
    boolean known = from.isPresent() && to.isPresent() && from.getAsLong() > 0;
    if (!known || from.equals(to)) {
      return "";
    }
    return percent(100.0 * (to.getAsLong() - from.getAsLong()) / from.getAsLong());
  }

  private static String percent(double percent) {
    return String.format(Locale.ROOT, "%.2f %%", percent);
  }
}

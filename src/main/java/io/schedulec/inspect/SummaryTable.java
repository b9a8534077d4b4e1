package io.schedulec.inspect;

import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Many models, for people: a line each, and more where a model has many unknown operators. */
public final class SummaryTable {
  private static final List<String> HEADER =
      List.of("model", "nodes", "groups", "prunable", "ms", "unknown operators");

  /** The last column gets at least so much, and more for a long word. */
  private static final int NARROW = 20;

  private static final int MOST = 34;

  /** An operator stays together with its number. */
  private static final Pattern WORDS = Pattern.compile("(?<=,) | (?![0-9])");

  private static final String GAP = "  ";

  private final int width;
  private final String dots;
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths = new int[HEADER.size()];
  private final StringBuilder out = new StringBuilder();

  private SummaryTable(int width, boolean ascii) {
    this.width = width;
    this.dots = ascii ? "..." : "…";
  }

  /**
   * The table, and how many models there are.
   *
   * @param width how many columns a line may take
   * @param ascii whether to stay within ASCII
   */
  public static String of(List<Summary> models, int width, boolean ascii) {
    SummaryTable table = new SummaryTable(width, ascii);
    models.forEach(model -> table.rows.add(row(model)));
    table.measure();
    table.line(HEADER);
    table.rows.forEach(table::line);
    long unread = models.stream().filter(model -> !model.read()).count();
    table.out.append('\n').append(models.size()).append(models.size() == 1 ? " file" : " files");
    table.out.append(unread == 0 ? "" : ", " + unread + " of them not read").append('\n');
    return table.out.toString();
  }

  /** A row that has two cells only is a file that could not be read, and why. */
  private static List<String> row(Summary model) {
    String path = OneLine.of(model.path());
    if (!model.read()) {
      return List.of(path, OneLine.of("not read: " + model.error()));
    }
    List<String> unknown = new ArrayList<>();
    model.unknown().forEach((operator, count) -> unknown.add(operator + " " + count));
    return List.of(
        path,
        Integer.toString(model.nodes()),
        Integer.toString(model.groups()),
        percent(model.prunable()),
        String.format(Locale.ROOT, "%.0f", model.milliseconds()),
        OneLine.of(String.join(", ", unknown)));
  }

  /** Rounded down, so that 100 % is all of it. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000 + 1e-9) / 10);
  }

  private void measure() {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = HEADER.get(i).length();
      for (List<String> row : rows) {
        boolean whole = row.size() == widths.length || i == 0;
        widths[i] = whole ? Math.max(widths[i], row.get(i).length()) : widths[i];
      }
    }
    int numbers = 0;
    for (int i = 1; i < widths.length - 1; i++) {
      numbers += widths[i] + GAP.length();
    }
    int last = Math.min(Math.max(NARROW, longest()), Math.min(MOST, widths[widths.length - 1]));
    int room = width - numbers - GAP.length() - last;
    widths[0] = Math.min(widths[0], Math.max(HEADER.get(0).length() + 7, room));
    widths[widths.length - 1] = Math.max(last, width - numbers - GAP.length() - widths[0]);
  }

  /** The longest operator with its number. */
  private int longest() {
    int longest = 0;
    for (List<String> row : rows) {
      if (row.size() == widths.length) {
        for (String word : WORDS.split(row.get(row.size() - 1), -1)) {
          longest = Math.max(longest, word.length() + 1);
        }
      }
    }
    return longest;
  }

  private void line(List<String> row) {
    StringBuilder line = new StringBuilder(elided(row.get(0)));
    line.append(" ".repeat(Math.max(0, widths[0] - line.length())));
    for (int i = 1; i < row.size() - 1; i++) {
      String cell = row.get(i);
      line.append(GAP).append(" ".repeat(Math.max(0, widths[i] - cell.length()))).append(cell);
    }
    line.append(GAP);
    wrapped(line.toString(), row.get(row.size() - 1));
  }

  /** The last cell on as many lines as it needs, below each other. */
  private void wrapped(String begin, String text) {
    String indent = " ".repeat(begin.length());
    StringBuilder line = new StringBuilder(begin);
    for (String word : WORDS.split(text, -1)) {
      boolean fits = line.length() + word.length() < width || line.length() == indent.length();
      if (!fits) {
        out.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  /** The end of a name tells more than its beginning. */
  private String elided(String name) {
    int room = widths[0];
    return name.length() <= room
        ? name
        : dots + name.substring(name.length() - room + dots.length());
  }
}

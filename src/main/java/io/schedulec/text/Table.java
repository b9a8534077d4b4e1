package io.schedulec.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns; numbers stand to the right. */
public final class Table {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column names. */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row, a cell for each column. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths = new int[header.size()];
    boolean[] numbers = new boolean[header.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = header.get(i).length();
      numbers[i] = !rows.isEmpty();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
        numbers[i] &= number(row.get(i));
      }
    }
    StringBuilder out = new StringBuilder();
    line(out, header, widths, numbers);
    rows.forEach(row -> line(out, row, widths, numbers));
    return out.toString();
  }

  private static boolean number(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!Character.isDigit(c) && " -.%?".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void line(StringBuilder out, List<String> cells, int[] widths, boolean[] numbers) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i > 0 ? "  " : "");
      line.append(numbers[i] ? pad + cells.get(i) : cells.get(i) + pad);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}

package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of Markdown that pages use: headings, paragraphs, lists, tables and fenced text.
 */
final class PageParser {
  private static final String FENCE = "```";

  private final List<Block> blocks = new ArrayList<>();
  private final List<List<String>> table = new ArrayList<>();
  private final StringBuilder prose = new StringBuilder();
  private String bullet = "";
  private int depth;

  private PageParser() {}

  /** The parts of a page. */
  static List<Block> parse(String text) {
    PageParser parser = new PageParser();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(FENCE)) {
        i = parser.code(lines, i);
      } else {
        parser.line(lines.get(i));
      }
    }
    parser.flush();
    return parser.blocks;
  }

  /** Reads fenced text and answers the index of its last line. */
  private int code(List<String> lines, int opening) {
    flush();
    String line = lines.get(opening);
    int indent = line.indexOf(FENCE);
    String info = line.strip().substring(FENCE.length()).strip();
    StringBuilder text = new StringBuilder();
    int i = opening + 1;
    while (i < lines.size() && !lines.get(i).strip().equals(FENCE)) {
      String row = lines.get(i);
      boolean indented = row.length() >= indent && row.substring(0, indent).isBlank();
      text.append(indented ? row.substring(indent) : row).append('\n');
      i++;
    }
    blocks.add(new Block.Code(info, text.toString()));
    return i;
  }

  private void line(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      flush();
    } else if (text.startsWith("#") && headingLevel(text) > 0) {
      flush();
      int level = headingLevel(text);
      blocks.add(new Block.Heading(level, text.substring(level).strip()));
    } else if (text.startsWith("|")) {
      row(text);
    } else if (bulletEnd(text) > 0) {
      flush();
      depth = line.indexOf(text);
      bullet = text.substring(0, bulletEnd(text));
      prose.append(text.substring(bulletEnd(text)).strip());
    } else {
      prose.append(prose.length() == 0 ? "" : " ").append(text);
    }
  }

  private static int headingLevel(String text) {
    int level = 0;
    while (level < text.length() && text.charAt(level) == '#') {
      level++;
    }
    return level < text.length() && text.charAt(level) == ' ' ? level : 0;
  }

  /** The length of a bullet or number with a blank after it; 0 when there is none. */
  private static int bulletEnd(String text) {
    if (text.startsWith("- ") || text.startsWith("* ")) {
      return 1;
    }
    int i = 0;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i > 0 && text.startsWith(". ", i) ? i + 1 : 0;
  }

  private void row(String text) {
    String inner = text.substring(1, text.endsWith("|") ? text.length() - 1 : text.length());
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= inner.length(); i++) {
      boolean escaped = i > 0 && inner.charAt(i - 1) == '\\';
      if (i == inner.length() || (inner.charAt(i) == '|' && !escaped)) {
        cells.add(inner.substring(from, i).strip().replace("\\|", "|"));
        from = i + 1;
      }
    }
    if (!rule(cells)) {
      table.add(cells);
    }
  }

  private static boolean rule(List<String> cells) {
    for (String cell : cells) {
      if (cell.isEmpty() || !cell.replace("-", "").replace(":", "").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void flush() {
    if (!table.isEmpty()) {
      blocks.add(new Block.Table(table));
      table.clear();
    }
    if (prose.length() > 0) {
      String text = prose.toString();
      blocks.add(
          bullet.isEmpty() ? new Block.Paragraph(text) : new Block.Item(depth, bullet, text));
    }
    prose.setLength(0);
    bullet = "";
  }
}

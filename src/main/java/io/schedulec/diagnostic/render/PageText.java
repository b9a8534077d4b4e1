package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages laid out for a terminal. */
final class PageText {
  private static final int INDENT = 4;

  /** Marks what is found in the example above. */
  private static final String OUTPUT = "text output";

  private final RenderOptions options;
  private final Glyphs glyphs;
  private final Sheet sheet;
  private boolean inList;

  private PageText(Severity severity, RenderOptions options) {
    this.options = options;
    this.glyphs = Glyphs.of(options);
    this.sheet = new Sheet(options.colour(), severity);
  }

  /** The page of a kind. */
  static String of(DiagnosticKind kind, List<Block> blocks, RenderOptions options) {
    PageText page = new PageText(kind.severity(), options);
    String code = kind.severity().word() + "[" + kind.code() + " " + kind.slug() + "]";
    return page.of(code, kind.title(), blocks);
  }

  /** The page of a word that is no kind of finding. */
  static String of(String word, String title, List<Block> blocks, RenderOptions options) {
    return new PageText(Severity.INFO, options).of(word, title, blocks);
  }

  private String of(String name, String title, List<Block> blocks) {
    title(name, title);
    for (Block block : blocks) {
      block(block);
      inList = block instanceof Block.Item;
    }
    return sheet.toString();
  }

  private void title(String name, String title) {
    Line line = new Line().add(name, Ink.PRIMARY).add(": ", Ink.STRONG);
    int indent = line.width() > options.width() / 2 ? INDENT : line.width();
    int first = options.prose() - line.width();
    for (String part : Wrapping.wrap(title, first, options.prose() - indent)) {
      sheet.line(line.pad(indent).add(part, Ink.STRONG));
      line = new Line();
    }
  }

  private void block(Block block) {
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Paragraph paragraph) {
      sheet.blank();
      prose(new Line(), 0, paragraph.text());
    } else if (block instanceof Block.Item item) {
      item(item);
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Code code) {
      code(code);
    } else {
      throw new AssertionError(block);
    }
  }

  /** The page's own title is left out: the kind has been named already. */
  private void heading(Block.Heading heading) {
    if (heading.level() > 1) {
      sheet.blank();
      for (String part : Wrapping.wrap(inline(heading.text()), options.prose())) {
        sheet.line(new Line().add(part, Ink.STRONG));
      }
    }
  }

  private void prose(Line start, int indent, String text) {
    Line line = start;
    for (String part : Wrapping.wrap(inline(text), options.prose() - indent)) {
      sheet.line(line.pad(indent).add(part));
      line = new Line();
    }
  }

  private void item(Block.Item item) {
    if (!inList) {
      sheet.blank();
    }
    int depth = Math.min(item.depth(), options.prose() / 4);
    Line line = new Line().pad(depth).add(item.bullet() + " ");
    prose(line, line.width(), item.text());
  }

  private void code(Block.Code code) {
    sheet.blank();
    String label = Example.label(code);
    if (!label.isEmpty()) {
      Ink ink = label.equals("bad") ? Ink.REMOVED : Ink.ADDED;
      sheet.line(new Line().pad(2).add(label, ink).add(words(Example.options(code))));
      sheet.blank();
    } else if (code.info().equals(OUTPUT)) {
      sheet.line(new Line().pad(2).add("output"));
      sheet.blank();
    }
    for (String text : code.text().lines().toList()) {
      sheet.lines(Preformatted.lines(glyphs.text(text), INDENT, options.width()));
    }
  }

  private String words(Map<String, String> words) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> word : words.entrySet()) {
      out.append(out.length() == 0 ? " (" : ", ").append(word.getKey());
      out.append(word.getValue().isEmpty() ? "" : " ").append(word.getValue());
    }
    return glyphs.text(out.append(out.length() == 0 ? "" : ")").toString());
  }

  private void table(Block.Table table) {
    sheet.blank();
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        int width = Columns.of(inline(row.get(i)));
        if (i < widths.size()) {
          widths.set(i, Math.max(widths.get(i), width));
        } else {
          widths.add(width);
        }
      }
    }
    for (List<String> row : table.rows()) {
      row(row, widths);
    }
  }

  /** The last cell is wrapped in its own column; the others are short. */
  private void row(List<String> row, List<Integer> widths) {
    Line line = new Line().pad(2);
    for (int i = 0; i < row.size() - 1; i++) {
      line.add(Rows.left(inline(row.get(i)), widths.get(i)) + "  ");
    }
    if (line.width() > options.prose() * 2 / 3) {
      sheet.line(line);
      line = new Line().pad(INDENT);
    }
    prose(line, line.width(), row.isEmpty() ? "" : row.get(row.size() - 1));
  }

  /** Stars in code are its own. */
  private static String withoutBold(String text) {
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int tick = text.indexOf('`'); tick >= 0; tick = text.indexOf('`', from)) {
      int end = text.indexOf('`', tick + 1);
      int stop = end < 0 ? text.length() : end + 1;
      plain.append(text.substring(from, tick).replace("**", "")).append(text, tick, stop);
      from = stop;
    }
    return plain.append(text.substring(from).replace("**", "")).toString();
  }

  /** Text without the signs for bold, and links as their words and address. */
  private String inline(String text) {
    String plain = withoutBold(text);
    int middle = plain.indexOf("](");
    while (middle >= 0) {
      int open = plain.lastIndexOf('[', middle);
      int close = plain.indexOf(')', middle);
      if (open < 0 || close < 0) {
        break;
      }
      String words = plain.substring(open + 1, middle);
      String address = plain.substring(middle + 2, close);
      String shown = address.startsWith("http") ? words + " (" + address + ")" : words;
      plain = plain.substring(0, open) + shown + plain.substring(close + 1);
      middle = plain.indexOf("](", open + shown.length());
    }
    return glyphs.text(plain);
  }
}

package io.schedulec.yaml;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the comments that allow findings. One at the end of a line speaks of what begins in that
 * line, one that has lines to itself of what begins in the next line that is none.
 */
public final class Allowances {
  private static final String MARK = "schedulec:";
  private static final String WORD = "allow";

  private final SourceFile source;
  private final YamlValue.Mapping root;
  private final List<Span> texts = new ArrayList<>();
  private final List<Allowance> found = new ArrayList<>();

  private Allowances(SourceFile source, YamlValue.Mapping root) {
    this.source = source;
    this.root = root;
  }

  /** All of a document, in source order. */
  public static List<Allowance> of(SourceFile source, YamlValue.Mapping root) {
    if (!source.text().contains(MARK)) {
      return List.of();
    }
    Allowances allowances = new Allowances(source, root);
    allowances.texts(root);
    allowances.scan();
    return allowances.found;
  }

  /** Notes the texts in which a hash sign starts no comment. */
  private void texts(YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        texts(entry.key());
        texts(entry.value());
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      sequence.items().forEach(this::texts);
    } else if (value instanceof YamlValue.Scalar scalar) {
      texts.add(scalar.span());
    }
  }

  private void scan() {
    String text = source.text();
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      int hash = at - 1;
      while (hash >= 0 && blank(text.charAt(hash))) {
        hash--;
      }
      if (hash >= 0 && text.charAt(hash) == '#' && startsComment(hash)) {
        comment(hash, at + MARK.length());
      }
    }
  }

  private boolean startsComment(int hash) {
    char before = hash == 0 ? '\n' : source.text().charAt(hash - 1);
    boolean apart = blank(before) || before == '\n' || before == '\r' || before == '\uFEFF';
    for (Span text : texts) {
      if (text.start() <= hash && hash < text.end()) {
        return false;
      }
    }
    return apart;
  }

  private void comment(int hash, int from) {
    int line = source.position(hash).line();
    int end = source.lineSpan(line).end();
    int start = skip(from, end, true);
    int stop = skip(start, end, false);
    if (!source.text().substring(start, stop).equals(WORD)) {
      return;
    }
    List<Spanned<String>> codes = new ArrayList<>();
    int at = codes(stop, end, codes);
    int close = at < end ? source.text().indexOf(')', at) : -1;
    boolean reason = close >= 0 && close < end;
    String why = reason ? source.text().substring(at + 1, close).strip() : "";
    int last =
        reason ? close + 1 : codes.isEmpty() ? stop : codes.get(codes.size() - 1).span().end();
    boolean alone = source.text().substring(source.lineStart(line), hash).isBlank();
    int about = alone ? nextLine(line) : line;
    found.add(
        new Allowance(new Span(hash, last), codes, why, covered(about), alone && isFirst(about)));
  }

  /** Reads codes up to a bracket or something that is none, and says where that is. */
  private int codes(int from, int end, List<Spanned<String>> codes) {
    int at = skip(from, end, true);
    while (at < end && source.text().charAt(at) != '(' && source.text().charAt(at) != '#') {
      int stop = at;
      while (stop < end && !separates(source.text().charAt(stop))) {
        stop++;
      }
      if (stop > at) {
        Span span = new Span(at, stop);
        codes.add(new Spanned<>(source.text(span), span));
      }
      at = stop;
      while (at < end && (source.text().charAt(at) == ',' || blank(source.text().charAt(at)))) {
        at++;
      }
    }
    return at < end && source.text().charAt(at) == '(' ? at : end;
  }

  private static boolean separates(char c) {
    return c == ',' || c == '(' || blank(c);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }

  private int skip(int from, int end, boolean blanks) {
    int at = from;
    while (at < end && blank(source.text().charAt(at)) == blanks) {
      at++;
    }
    return at;
  }

  /** The next line that holds more than a comment; 0 if there is none. */
  private int nextLine(int line) {
    for (int next = line + 1; next <= source.lineCount(); next++) {
      String text = source.line(next).strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        return next;
      }
    }
    return 0;
  }

  private boolean isFirst(int line) {
    return !root.entries().isEmpty() && source.position(root.span().start()).line() == line;
  }

  /** The outermost values that begin in a line; where none does, the innermost one around it. */
  private Span covered(int line) {
    if (line == 0) {
      return Span.at(0, 0);
    }
    Span text = source.lineSpan(line);
    int first =
        text.start() + source.text(text).length() - source.text(text).stripLeading().length();
    List<Span> begun = new ArrayList<>();
    Span around = begin(root, text, first, begun, Span.at(0, 0));
    return begun.isEmpty() ? around : begun.get(0).to(begun.get(begun.size() - 1));
  }

  /** Collects what begins in a line, and returns the innermost value around its first character. */
  private static Span begin(YamlValue value, Span line, int first, List<Span> begun, Span outer) {
    Span around = outer;
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (!entry.merged()) {
          around = part(entry.span(), entry.value(), line, first, begun, around);
        }
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        around = part(item.span(), item, line, first, begun, around);
      }
    }
    return around;
  }

  private static Span part(
      Span span, YamlValue value, Span line, int first, List<Span> begun, Span outer) {
    if (line.start() <= span.start() && span.start() <= line.end()) {
      begun.add(span);
      return outer;
    }
    boolean around = span.start() <= first && first <= span.end();
    return around ? begin(value, line, first, begun, span) : outer;
  }
}

package io.schedulec.expand;

import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Edit;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Names in the place of selectors between brackets or braces. */
final class FlowEdits {
  private static final int LONGEST_LINE = 100;

  private final Lines lines;
  private final Names names;

  FlowEdits(Lines lines, Names names) {
    this.lines = lines;
    this.names = names;
  }

  /** A list in the place of one text. */
  static Edit list(Lines lines, Span place, List<String> names) {
    Names plain = Names.like(lines, List.of());
    List<String> written = names.stream().map(plain::of).toList();
    int indent = lines.indent(place.start()) + 1;
    String one = String.join(", ", written);
    boolean fits = indent + one.length() + 1 <= LONGEST_LINE;
    String separator = fits ? ", " : "," + lines.lineBreak() + " ".repeat(indent);
    return new Edit(place, "[" + String.join(separator, written) + "]");
  }

  List<Edit> edits(List<Selection.Part> parts) {
    int lastKept = -1;
    for (int i = 0; i < parts.size(); i++) {
      lastKept = parts.get(i).names().isEmpty() ? lastKept : i;
    }
    boolean apart = parts.size() > 1 && line(parts, 0) != line(parts, 1);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).names().isEmpty()) {
        edits.add(removal(parts, i, lastKept));
      } else if (parts.get(i).selector()) {
        edits.add(expansion(parts.get(i), lines.indent(span(parts.get(0)).start()), apart));
      }
    }
    return edits;
  }

  private int line(List<Selection.Part> parts, int i) {
    return lines.line(span(parts.get(i)).start());
  }

  private static Span span(Selection.Part part) {
    return part.entry().isPresent() ? part.entry().get().span() : part.span();
  }

  private Edit expansion(Selection.Part part, int indent, boolean apart) {
    String value =
        part.entry().isPresent() ? lines.text(new Span(part.span().end(), span(part).end())) : "";
    if (value.indexOf('&') >= 0) {
      throw Expansion.inTheWay(part.span());
    }
    List<String> written = new ArrayList<>();
    part.names().forEach(name -> written.add(names.of(name) + value));
    int added = String.join(", ", written).length() - span(part).length();
    boolean broken = apart || lines.length(part.span().start()) + added > LONGEST_LINE;
    String separator = broken ? "," + lines.lineBreak() + " ".repeat(indent) : ", ";
    return new Edit(span(part), String.join(separator, written));
  }

  /** An item with the comma behind it, or, behind the last that stays, the one before it. */
  private Edit removal(List<Selection.Part> parts, int i, int lastKept) {
    Span between =
        i < lastKept
            ? new Span(span(parts.get(i)).start(), span(parts.get(i + 1)).start())
            : new Span(span(parts.get(i - 1)).end(), span(parts.get(i)).end());
    if (lines.text(between).indexOf('#') >= 0) {
      throw Expansion.inTheWay(parts.get(i).span());
    }
    return new Edit(between, "");
  }
}

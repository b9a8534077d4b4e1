package io.schedulec.expand;

import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Edit;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Names in the place of selectors that have lines of their own. */
final class BlockEdits {
  private final Lines lines;
  private final Names names;

  BlockEdits(Lines lines, Names names) {
    this.lines = lines;
    this.names = names;
  }

  /** Each name of an item behind a dash of its own. */
  List<Edit> items(List<Selection.Part> parts) {
    List<Edit> edits = new ArrayList<>();
    for (Selection.Part part : parts) {
      String lead = lead(part.span());
      if (!part.selector() && !part.names().isEmpty()) {
        continue;
      }
      if (!lead.strip().equals("-")) {
        throw Expansion.inTheWay(part.span());
      }
      if (part.names().isEmpty()) {
        edits.add(removal(part.span(), lead.length() - lead.stripLeading().length()));
        continue;
      }
      List<String> others = new ArrayList<>();
      for (String name : part.names().subList(1, part.names().size())) {
        others.add(lead + names.of(name));
      }
      edits.add(new Edit(part.span(), names.of(part.names().get(0))));
      below(part.span().end(), others, edits);
    }
    return edits;
  }

  /** Each name of a key with a copy of its value. */
  List<Edit> entries(List<Selection.Part> parts) {
    List<Edit> edits = new ArrayList<>();
    for (Selection.Part part : parts) {
      if (part.selector()) {
        entry(part, part.entry().orElseThrow(), edits);
      }
    }
    return edits;
  }

  private void entry(Selection.Part part, YamlValue.Entry entry, List<Edit> edits) {
    Span value = entry.value().span();
    String lead = lead(entry.key().span());
    int colon = entry.key().span().end();
    String between = lines.text(new Span(colon, value.start()));
    if (!lead.isBlank() || between.indexOf('&') >= 0 || between.indexOf('!') >= 0) {
      throw Expansion.inTheWay(part.span());
    }
    if (part.names().isEmpty()) {
      edits.add(removal(entry.span(), lead.length()));
      return;
    }
    List<String> others = new ArrayList<>();
    for (String name : part.names().subList(1, part.names().size())) {
      others.add(lead + names.of(name) + between + lines.text(value));
    }
    edits.add(new Edit(entry.key().span(), names.of(part.names().get(0))));
    below(entry.span().end(), others, edits);
  }

  /** The text of a line before a place in it. */
  private String lead(Span span) {
    return lines.text(new Span(lines.start(span.start()), span.start()));
  }

  private void below(int offset, List<String> texts, List<Edit> edits) {
    if (!texts.isEmpty()) {
      String added = lines.lineBreak() + String.join(lines.lineBreak(), texts);
      edits.add(new Edit(Span.at(lines.end(offset), 0), added));
    }
  }

  /** Cuts out the lines of something; a comment behind it stays. */
  private Edit removal(Span span, int indent) {
    int start = lines.start(span.start());
    String rest = lines.text(new Span(span.end(), lines.end(span.end())));
    int comment = rest.indexOf('#');
    return comment < 0
        ? new Edit(new Span(start, lines.below(span.end())), "")
        : new Edit(new Span(start + indent, span.end() + comment), "");
  }
}

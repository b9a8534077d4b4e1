package io.schedulec.schedule;

import io.schedulec.diagnostic.Edit;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Moves timing keys from inside a reference to beside it. */
final class NestedTiming {
  private final Layout layout;

  NestedTiming(Layout layout) {
    this.layout = layout;
  }

  /** The edits; none where the layout is not a usual one. */
  List<Edit> moveOut(
      YamlValue.Mapping policy, YamlValue.Entry reference, List<YamlValue.Entry> nested) {
    if (!(reference.value() instanceof YamlValue.Mapping inner) || policy.flow()) {
      return List.of();
    }
    return inner.flow() ? rewrite(reference, inner, nested) : dedent(reference, inner, nested);
  }

  /** Lines that follow all others of the reference only have to be indented less. */
  private List<Edit> dedent(
      YamlValue.Entry reference, YamlValue.Mapping inner, List<YamlValue.Entry> nested) {
    List<Edit> edits = new ArrayList<>();
    int first = nested.get(0).span().start();
    for (YamlValue.Entry entry : inner.entries()) {
      boolean timing = nested.contains(entry);
      if (!timing && entry.span().start() > first) {
        return List.of();
      }
      if (timing && !layout.ownLines(entry.span())) {
        return List.of();
      }
      if (timing) {
        edits.add(layout.realign(entry.span(), reference.key().span().start()));
      }
    }
    return edits;
  }

  private List<Edit> rewrite(
      YamlValue.Entry reference, YamlValue.Mapping inner, List<YamlValue.Entry> nested) {
    StringBuilder rest = new StringBuilder("{");
    StringBuilder lines = new StringBuilder();
    for (YamlValue.Entry entry : inner.entries()) {
      String text = layout.text(entry.span());
      if (nested.contains(entry)) {
        lines.append(layout.newline());
        lines.append(layout.indent(reference.key().span().start())).append(text);
      } else {
        rest.append(rest.length() > 1 ? ", " : "").append(text);
      }
    }
    Span span = inner.span();
    return List.of(new Edit(span, rest + "}" + lines));
  }
}

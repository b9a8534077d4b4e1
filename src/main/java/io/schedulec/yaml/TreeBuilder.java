package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/** Turns events into values. */
final class TreeBuilder {
  private static final int DEEPEST = 100;

  private final SourceFile source;
  private final CodePoints offsets;
  private final EventSource events;
  private final Consumer<Diagnostic> out;
  private final Properties properties;
  private final Anchors anchors;
  private final List<Span> texts = new ArrayList<>();
  private int depth;

  TreeBuilder(SourceFile source, CodePoints offsets, EventSource events, Consumer<Diagnostic> out) {
    this.source = source;
    this.offsets = offsets;
    this.events = events;
    this.out = out;
    this.properties = new Properties(source, out);
    this.anchors = new Anchors(source, out);
  }

  /** The places of texts of several lines, in which a hash sign starts no comment. */
  List<Span> scalarSpans() {
    return texts;
  }

  /** The value that starts with an event; reads on to its end. */
  YamlValue node(Event event) {
    if (event instanceof AliasEvent alias) {
      return anchors.use(alias.getAnchor(), span(event));
    }
    String anchor = ((NodeEvent) event).getAnchor();
    int start = start(event);
    anchors.open(anchor, start);
    if (++depth > DEEPEST) {
      throw new Refusal(tooDeep(start));
    }
    YamlValue value = content(event);
    depth--;
    anchors.close(anchor, value);
    return value;
  }

  private YamlValue content(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (event instanceof SequenceStartEvent sequence) {
      return sequence(sequence);
    }
    return mapping((MappingStartEvent) event);
  }

  private YamlValue scalar(ScalarEvent event) {
    YamlValue.Style style = style(event);
    String tag = event.getTag();
    if (style == YamlValue.Style.PLAIN && event.getValue().isEmpty() && tag == null) {
      return new YamlValue.Missing(Span.at(end(event), 0));
    }
    Span span = scalarSpan(event);
    if (event.getStartMark().getLine() != event.getEndMark().getLine()) {
      texts.add(span);
    }
    YamlValue.Scalar plain =
        new YamlValue.Scalar(
            span,
            event.getValue(),
            style,
            type(event, style),
            Unfolding.places(source.text(), span, style, event.getValue()));
    return tag == null ? plain : properties.typed(plain, tag, start(event));
  }

  private static ScalarType type(ScalarEvent event, YamlValue.Style style) {
    return style == YamlValue.Style.PLAIN ? ScalarType.of(event.getValue()) : ScalarType.STRING;
  }

  private static YamlValue.Style style(ScalarEvent event) {
    if (event.isPlain()) {
      return YamlValue.Style.PLAIN;
    }
    if (event.isSQuoted()) {
      return YamlValue.Style.SINGLE_QUOTED;
    }
    if (event.isDQuoted()) {
      return YamlValue.Style.DOUBLE_QUOTED;
    }
    return event.isLiteral() ? YamlValue.Style.LITERAL : YamlValue.Style.FOLDED;
  }

  private YamlValue sequence(SequenceStartEvent event) {
    List<YamlValue> items = new ArrayList<>();
    int start = contentStart(event, event.getAnchor() == null ? event.getTag() : "&");
    boolean fits = properties.checkCollection(event.getTag(), start(event), "seq");
    int end = start;
    Event next = events.next();
    while (!(next instanceof CollectionEndEvent)) {
      YamlValue item = node(next);
      items.add(item);
      end = Math.max(end, item.span().end());
      next = events.next();
    }
    end = event.isFlow() ? end(next) : end;
    Span span = new Span(start, end);
    return fits ? new YamlValue.Sequence(span, items, event.isFlow()) : new YamlValue.Broken(span);
  }

  private YamlValue mapping(MappingStartEvent event) {
    MappingBuilder mapping = new MappingBuilder(source, out);
    int start = contentStart(event, event.getAnchor() == null ? event.getTag() : "&");
    boolean fits = properties.checkCollection(event.getTag(), start(event), "map");
    int end = start;
    Event next = events.next();
    while (!(next instanceof CollectionEndEvent)) {
      YamlValue key = node(next);
      YamlValue value = node(events.next());
      mapping.add(key, value);
      end = Math.max(end, Math.max(key.span().end(), value.span().end()));
      next = events.next();
    }
    end = event.isFlow() ? end(next) : end;
    Span span = new Span(start, end);
    return fits ? mapping.build(span, event.isFlow()) : new YamlValue.Broken(span);
  }

  private Span scalarSpan(ScalarEvent event) {
    if (event.isPlain() && event.getValue().isEmpty()) {
      return Span.at(end(event), 0);
    }
    int start = contentStart(event, event.getAnchor() == null ? event.getTag() : "&");
    int end = Math.max(start, end(event));
    boolean block = event.isLiteral() || event.isFolded();
    while (block && end > start && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private int contentStart(Event event, @Nullable String property) {
    return property == null ? start(event) : properties.skip(start(event));
  }

  private Span span(Event event) {
    return new Span(start(event), end(event));
  }

  private int start(Event event) {
    return offsets.offset(event.getStartMark().getIndex());
  }

  private int end(Event event) {
    return offsets.offset(event.getEndMark().getIndex());
  }

  private static Diagnostic tooDeep(int start) {
    return Diagnostic.at(
            DiagnosticKind.YAML_SYNTAX,
            Span.at(start, 1),
            "values are nested more than " + DEEPEST + " levels deep")
        .saying("a schedule needs about 6 levels")
        .build();
  }
}

package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the text of a schedule into YAML records. */
public final class YamlReader {
  private static final String NOTHING = "the file is empty";

  private final SourceFile source;
  private final Consumer<Diagnostic> out;
  private final CodePoints offsets;

  private YamlReader(SourceFile source, Consumer<Diagnostic> out) {
    this.source = source;
    this.out = out;
    this.offsets = new CodePoints(source.text());
  }

  /**
   * The document of a file, or nothing if there is none to speak of; then exactly one finding says
   * why.
   */
  public static Optional<YamlDocument> read(SourceFile source, Consumer<Diagnostic> out) {
    return new YamlReader(source, out).read();
  }

  private Optional<YamlDocument> read() {
    if (!StreamReader.isPrintable(source.text())) {
      // The parser meets such a character sooner or later, as its buffer falls.
      out.accept(new SyntaxErrors(source, offsets).unprintable());
      return Optional.empty();
    }
    try {
      EventSource events = new EventSource(parser());
      TreeBuilder builder = new TreeBuilder(source, offsets, events, out);
      Optional<YamlValue> root = document(events, builder);
      return root.isPresent() ? schedule(root.get(), builder) : Optional.empty();
    } catch (YAMLException e) {
      out.accept(new SyntaxErrors(source, offsets).describe(e));
    } catch (Refusal e) {
      out.accept(e.diagnostic());
    }
    return Optional.empty();
  }

  private ParserImpl parser() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new ParserImpl(new StreamReader(source.text()), options);
  }

  /** The first document; it is an error that another one follows. */
  private Optional<YamlValue> document(EventSource events, TreeBuilder builder) {
    events.next();
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent)) {
      out.accept(empty(Span.at(0, 0), NOTHING));
      return Optional.empty();
    }
    YamlValue root = builder.node(events.next());
    events.next();
    Event after = events.next();
    if (after instanceof DocumentStartEvent) {
      out.accept(several(offsets.offset(after.getStartMark().getIndex())));
      return Optional.empty();
    }
    return Optional.of(root);
  }

  private Optional<YamlDocument> schedule(YamlValue root, TreeBuilder builder) {
    YamlValue value = root.resolved();
    if (value instanceof YamlValue.Mapping mapping) {
      return Optional.of(
          new YamlDocument(source, mapping, DirectiveScan.scan(source, builder.scalarSpans())));
    }
    if (!(value instanceof YamlValue.Broken)) {
      out.accept(empty(firstLine(value.span()), rootMessage(value)));
    }
    return Optional.empty();
  }

  private static String rootMessage(YamlValue value) {
    if (value instanceof YamlValue.Sequence) {
      return "the file holds a list, not sections such as `pruners:` and `policies:`";
    }
    boolean nothing =
        value instanceof YamlValue.Missing
            || (value instanceof YamlValue.Scalar scalar && scalar.type() == ScalarType.NULL);
    return nothing
        ? NOTHING
        : "the file holds one text, not sections such as `pruners:` and `policies:`";
  }

  private Diagnostic empty(Span span, String message) {
    return Diagnostic.at(DiagnosticKind.EMPTY_SCHEDULE, span, message)
        .saying("a schedule is a map of sections, `policies:` among them")
        .cause(
            message.equals(NOTHING)
                ? "The trainer stops while loading: `TypeError: argument of type 'NoneType' is not"
                    + " iterable`."
                : "The trainer stops while loading: it finds no `policies`.")
        .build();
  }

  private Span firstLine(Span span) {
    int line = source.position(span.start()).line();
    return new Span(span.start(), Math.max(span.start(), source.lineSpan(line).end()));
  }

  private Diagnostic several(int at) {
    return new SeparatorFinding(source).at(at);
  }
}

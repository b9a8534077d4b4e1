package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tags and anchors that stand before a value. */
final class Properties {
  private static final String CORE = "tag:yaml.org,2002:";

  private final SourceFile source;
  private final Consumer<Diagnostic> out;

  Properties(SourceFile source, Consumer<Diagnostic> out) {
    this.source = source;
    this.out = out;
  }

  /** The offset of the content after the tag, the anchor and the blanks and comments there. */
  int skip(int from) {
    String text = source.text();
    int at = from;
    while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      at = afterBlanks(afterWord(at));
    }
    return Math.min(at, text.length());
  }

  private int afterWord(int from) {
    String text = source.text();
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && !isFlowMark(at)) {
      at++;
    }
    return at;
  }

  private boolean isFlowMark(int at) {
    return ",[]{}".indexOf(source.text().charAt(at)) >= 0;
  }

  private int afterBlanks(int from) {
    String text = source.text();
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
      at = text.charAt(at) == '#' ? endOfLine(at) : at + 1;
    }
    return at;
  }

  private int endOfLine(int at) {
    return source.lineSpan(source.position(at).line()).end();
  }

  /** A scalar with the type that its tag asks for. */
  YamlValue typed(YamlValue.Scalar scalar, String tag, int from) {
    Optional<ScalarType> type = type(tag);
    if (type.isEmpty()) {
      out.accept(finding(tag, from, "cannot be used in a schedule"));
      return new YamlValue.Broken(scalar.span());
    }
    ScalarType asked = type.orElseThrow();
    boolean number = asked == ScalarType.INT || asked == ScalarType.FLOAT;
    if (number && Numbers.parse(scalar.text()).isEmpty()) {
      out.accept(finding(tag, from, "does not fit the value after it"));
      return new YamlValue.Broken(scalar.span());
    }
    boolean truth = ScalarType.of(scalar.text()) == ScalarType.BOOL;
    ScalarType result = asked == ScalarType.BOOL && !truth ? ScalarType.STRING : asked;
    return new YamlValue.Scalar(
        scalar.span(), scalar.text(), scalar.style(), result, scalar.places());
  }

  private static Optional<ScalarType> type(String tag) {
    return switch (tag) {
      case "!", CORE + "str" -> Optional.of(ScalarType.STRING);
      case CORE + "int" -> Optional.of(ScalarType.INT);
      case CORE + "float" -> Optional.of(ScalarType.FLOAT);
      case CORE + "bool" -> Optional.of(ScalarType.BOOL);
      case CORE + "null" -> Optional.of(ScalarType.NULL);
      default -> Optional.empty();
    };
  }

  /** Whether a tag names the given kind of collection; reports it if not. */
  boolean checkCollection(@Nullable String tag, int from, String kind) {
    if (tag == null || tag.equals("!") || tag.equals(CORE + kind)) {
      return true;
    }
    out.accept(finding(tag, from, "cannot be used in a schedule"));
    return false;
  }

  private Diagnostic finding(String tag, int from, String verdict) {
    Span span = tagSpan(from);
    Diagnostic.Builder finding =
        Diagnostic.at(DiagnosticKind.YAML_TAG, span, "the tag `" + shown(span) + "` " + verdict)
            .saying(
                "only `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map` and `!!seq` work")
            .cause(cause(tag))
            .data("tag", tag);
    return finding.help(removal(span)).build();
  }

  private Help removal(Span tag) {
    int end = tag.end();
    while (end < source.text().length() && source.text().charAt(end) == ' ') {
      end++;
    }
    return end > tag.end() && end < endOfLine(tag.end())
        ? Help.unsafe(
            "write the value without the tag", List.of(new Edit(new Span(tag.start(), end), "")))
        : Help.advice("write a plain value, or leave the key out");
  }

  private String shown(Span span) {
    String text = source.text(span);
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  private static String cause(String tag) {
    return tag.startsWith(CORE + "python")
        ? "The trainer stops while loading: `TypeError: Object of type ... is not JSON"
            + " serializable`. Its loader runs such tags as code, so a schedule from elsewhere must"
            + " not hold one."
        : "The trainer stops while loading: `ConstructorError: could not determine a constructor"
            + " for the tag`.";
  }

  private Span tagSpan(int from) {
    int at = from;
    String text = source.text();
    while (at < text.length() && text.charAt(at) != '!') {
      at = Math.max(at + 1, afterBlanks(afterWord(at)));
    }
    int start = Math.min(at, text.length());
    return new Span(start, afterWord(start));
  }
}

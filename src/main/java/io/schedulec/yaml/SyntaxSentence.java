package io.schedulec.yaml;

import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a text, in words.
 *
 * @param span the place
 * @param message the sentence
 * @param label what is wrong with the place
 * @param other a second place that explains the first
 * @param help what to do
 */
record SyntaxSentence(
    Span span, String message, String label, Optional<Label> other, Optional<Help> help) {

  /** The sentence for a problem as the parser names it. */
  static SyntaxSentence of(String problem, String during, Place place) {
    if (during.contains("flow sequence") || during.contains("flow mapping")) {
      return unclosed(during.contains("sequence"), place);
    }
    if (during.contains("quoted scalar")) {
      return quoted(problem, place);
    }
    if (problem.contains("expected ':'")) {
      return noColon(place);
    }
    if (problem.contains("values are not allowed")) {
      return twoColons(place);
    }
    if (problem.contains("cannot start any token")) {
      return badStart(place);
    }
    if (during.contains("alias") || during.contains("anchor")) {
      return noName(place);
    }
    return structure(problem, during, place);
  }

  private static SyntaxSentence structure(String problem, String during, Place place) {
    if (problem.contains("entries are not allowed")) {
      return simple(place.word(place.at()), "a list item cannot start here", "unexpected dash");
    }
    if (problem.contains("block end") || problem.contains("<block")) {
      return indentation(during.contains("collection") || during.contains("sequence"), place);
    }
    if (problem.contains("node content")) {
      return simple(place.word(place.at()), "a value is expected here", "this cannot be a value");
    }
    if (during.contains("block scalar")) {
      return simple(
          place.rest(place.context()),
          "the text block does not start as it should",
          "after `|` or `>` the text starts on the next line, further in");
    }
    if (during.contains("tag") || problem.contains("tag handle")) {
      return simple(place.word(place.at()), "this tag is not complete", "not a tag");
    }
    return other(problem, place);
  }

  private static SyntaxSentence other(String problem, Place place) {
    if (problem.contains("document start")) {
      return simple(place.word(place.at()), "the document has ended before this", "after the end");
    }
    if (problem.contains("irective") || problem.contains("version")) {
      return simple(
          place.rest(place.context()),
          "a line that starts with `%` is for YAML itself",
          "unreadable");
    }
    return simple(place.word(place.at()), "the file is not YAML from here on", "unexpected");
  }

  private static SyntaxSentence unclosed(boolean list, Place place) {
    String bracket = list ? "[" : "{";
    String close = list ? "]" : "}";
    String thing = list ? "list" : "map";
    Label start = new Label(Span.at(place.context(), 1), "opened here");
    if (place.atEnd()) {
      return new SyntaxSentence(
          Span.at(place.context(), 1),
          "the " + thing + " that starts with `" + bracket + "` is never closed",
          "no `" + close + "` follows",
          Optional.empty(),
          Optional.of(Help.advice("close it with `" + close + "` after its last item")));
    }
    if (place.line(place.at()) > place.line(place.context())) {
      return new SyntaxSentence(
          Span.at(place.context(), 1),
          "the " + thing + " that starts with `" + bracket + "` is not closed",
          "no `" + close + "` follows in time",
          Optional.of(new Label(place.lineUpTo(place.at()), "still inside the " + thing)),
          Optional.of(Help.advice("close it with `" + close + "`, or put `,` between its items")));
    }
    return new SyntaxSentence(
        place.word(place.at()).length() > 0 ? place.word(place.at()) : Span.at(place.at(), 1),
        "`,` or `" + close + "` is missing before this, inside a " + thing,
        "not expected inside the " + thing,
        Optional.of(start),
        Optional.of(
            Help.advice(
                "close the " + thing + " with `" + close + "`, or separate its items with `,`")));
  }

  private static SyntaxSentence quoted(String problem, Place place) {
    if (problem.contains("escape")) {
      return new SyntaxSentence(
          Span.at(Math.max(0, place.at() - 1), 1),
          "a backslash in double quotes starts an escape, and this is none",
          "unknown escape",
          Optional.empty(),
          Optional.of(Help.advice("use single quotes, in which a backslash is a backslash")));
    }
    return new SyntaxSentence(
        Span.at(place.context(), 1),
        "the quote that opens here is never closed",
        "no closing quote follows",
        Optional.empty(),
        Optional.empty());
  }

  private static SyntaxSentence noColon(Place place) {
    Span line = place.rest(place.context());
    int colon = place.source().text(line).indexOf(':');
    if (colon > 0 && place.source().text(line).substring(0, colon).indexOf(' ') < 0) {
      Edit edit = new Edit(Span.at(line.start() + colon + 1, 0), " ");
      return new SyntaxSentence(
          Span.at(line.start() + colon, 1),
          "a space is missing after the `:` of a key",
          "without it the whole is one text",
          Optional.empty(),
          Optional.of(Help.safe("put a space after it", List.of(edit))));
    }
    return new SyntaxSentence(
        line,
        "`:` is missing after this key",
        "read as a key, since keys stand around it",
        Optional.empty(),
        Optional.of(Help.advice("end the key with `:`, or indent a continued value further")));
  }

  private static SyntaxSentence twoColons(Place place) {
    Span key = place.lineUpTo(place.at());
    int above = place.contentLineAbove(place.at());
    if (above > 0 && place.source().text(key).indexOf(": ") < 0) {
      return afterText(place, key, place.content(above));
    }
    return new SyntaxSentence(
        Span.at(place.at(), 1),
        "a key cannot start here: the line holds a value already, or is indented too far",
        "second `:` of the entry",
        Optional.empty(),
        Optional.of(Help.advice("start a new line for each key, or quote a text that holds `: `")));
  }

  /** A first key in a line that continues the text of the line above. */
  private static SyntaxSentence afterText(Place place, Span key, Span above) {
    String text = place.source().text(above);
    if (text.indexOf(':') < 0 && !text.startsWith("-")) {
      return new SyntaxSentence(
          above,
          "`:` is missing after this key",
          "read as a text that goes on in the next line",
          Optional.of(new Label(key, "still the same text")),
          Optional.of(Help.advice("end the key with `:`")));
    }
    return new SyntaxSentence(
        key,
        "this key is indented too far, or the line above it ends too late",
        "read as more of the value above",
        Optional.of(new Label(above, "has a value already")),
        Optional.of(Help.advice("indent it like the keys it belongs to")));
  }

  private static SyntaxSentence badStart(Place place) {
    if (place.source().text().startsWith("\t", place.at())) {
      return tab(place);
    }
    Span word = place.word(place.at());
    Span sign = Span.at(word.start(), Math.min(1, word.length()));
    String text = place.source().text(sign);
    Help quote =
        Help.safe("quote it", List.of(new Edit(word, "'" + place.source().text(word) + "'")));
    boolean quotable = place.source().text(word).indexOf('\'') < 0 && word.length() > 0;
    return new SyntaxSentence(
        sign,
        "a value cannot start with `" + text + "` unless it is quoted",
        "reserved in YAML",
        Optional.empty(),
        quotable ? Optional.of(quote) : Optional.empty());
  }

  /** A tab that indents nothing: behind a value, or between a key and its value. */
  private static SyntaxSentence tab(Place place) {
    Span blanks = place.blanks(place.at());
    boolean ends = blanks.end() == place.source().lineSpan(place.line(place.at())).end();
    boolean last = ends || place.source().text().startsWith("#", blanks.end());
    String text = ends ? "remove it" : "write a space";
    return new SyntaxSentence(
        Span.at(place.at(), 1),
        last ? "a tab follows the value" : "a tab stands between two words",
        "YAML separates with spaces only",
        Optional.empty(),
        Optional.of(Help.safe(text, List.of(new Edit(blanks, ends ? "" : " ")))));
  }

  private static SyntaxSentence noName(Place place) {
    return new SyntaxSentence(
        Span.at(place.context(), 1),
        "a star or an ampersand needs a name after it",
        "an alias or anchor without a name",
        Optional.empty(),
        Optional.of(Help.safe("quote the star", quoteStar(place)))
            .filter(help -> !help.edits().isEmpty()));
  }

  private static List<Edit> quoteStar(Place place) {
    String text = place.source().text();
    boolean star = text.startsWith("*", place.context());
    Span word = starred(text, place.context(), place.rest(place.context()).end());
    String content = place.source().text(word);
    return star && content.indexOf('\'') < 0
        ? List.of(new Edit(word, "'" + content + "'"))
        : List.of();
  }

  /** What begins with a star: up to a colon, a comment, or the end of the item or the line. */
  private static Span starred(String text, int start, int lineEnd) {
    int depth = 0;
    int end = start;
    while (end < lineEnd) {
      char c = text.charAt(end);
      depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      boolean blank = end + 1 >= text.length() || Character.isWhitespace(text.charAt(end + 1));
      boolean comment = c == ' ' && text.startsWith(" #", end);
      if (depth < 0 || comment || (depth == 0 && (c == ',' || (c == ':' && blank)))) {
        break;
      }
      end++;
    }
    return new Span(start, end);
  }

  private static SyntaxSentence indentation(boolean list, Place place) {
    Span word = place.word(place.at());
    String message =
        list
            ? "this does not belong to the list above; its items start with `- ` in one column"
            : "this is not indented like the keys above it";
    return new SyntaxSentence(
        word.length() > 0 ? word : Span.at(place.at(), 0),
        message,
        "column " + place.source().position(place.at()).column(),
        place.context() == place.at()
            ? Optional.empty()
            : Optional.of(
                new Label(
                    Span.at(place.context(), 1),
                    (list ? "the list" : "the map")
                        + " starts in column "
                        + place.source().position(place.context()).column())),
        Optional.empty());
  }

  private static SyntaxSentence simple(Span span, String message, String label) {
    return new SyntaxSentence(span, message, label, Optional.empty(), Optional.empty());
  }
}

package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Texts that are sent piece by piece arrive as they would in one piece. */
final class TextChangesTest {

  /** Replaces what lies between two shares of a text, each rounded to whole characters. */
  record Change(double from, double to, String text) {}

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "- b: ", "é", "€", "😀", "🧠x", "\n", "\r\n", "\r", "  ", "\u2028")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(share, share, texts()).as(Change::new).list().ofMaxSize(8);
  }

  @Property(tries = 300)
  void editsInARowMakeTheTextThatTheClientHas(
      @ForAll("texts") String start,
      @ForAll("changes") List<Change> changes,
      @ForAll PositionEncoding encoding) {
    String text = start;
    List<TextDocumentContentChangeEvent> events = new ArrayList<>();
    for (Change change : changes) {
      int a = boundary(text, change.from());
      int b = boundary(text, change.to());
      Span span = new Span(Math.min(a, b), Math.max(a, b));
      events.add(new TextDocumentContentChangeEvent(range(text, span, encoding), change.text()));
      text = text.substring(0, span.start()) + change.text() + text.substring(span.end());
    }

    SourceFile synced = TextChanges.apply(SourceFile.of("a", start), events, encoding);
    assertThat(synced.text()).isEqualTo(text);
  }

  @Property(tries = 300)
  void everyPlaceIsFoundAgain(@ForAll("texts") String text, @ForAll PositionEncoding encoding) {
    Positions positions = new Positions(SourceFile.of("a", text), encoding);
    for (int at = 0; at <= text.length(); at++) {
      if (isBoundary(text, at)) {
        assertThat(positions.offset(positions.position(at))).isEqualTo(at);
      }
    }
  }

  @Example
  void aChangeWithoutRangeIsTheWholeText() {
    SourceFile source = SourceFile.of("a", "old");
    var changes =
        List.of(
            new TextDocumentContentChangeEvent(
                new Range(new Position(0, 0), new Position(0, 1)), "x"),
            new TextDocumentContentChangeEvent("new 😀 text"));

    assertThat(TextChanges.apply(source, changes, PositionEncoding.UTF_16).text())
        .isEqualTo("new 😀 text");
  }

  @Example
  void placesOutsideStandForTheNearestInside() {
    Positions positions = new Positions(SourceFile.of("a", "ab😀\ncd"), PositionEncoding.UTF_16);

    assertThat(positions.offset(new Position(0, 99))).isEqualTo(4);
    assertThat(positions.offset(new Position(9, 0))).isEqualTo(7);
    assertThat(positions.offset(new Position(-1, 5))).isZero();
    assertThat(positions.offset(new Position(1, -5))).isEqualTo(5);
    assertThat(positions.offset(new Position(0, 3))).as("inside the emoji").isEqualTo(2);
    assertThat(positions.span(new Range(new Position(1, 1), new Position(0, 1))))
        .isEqualTo(new Span(1, 6));
  }

  @Example
  void theFirstKnownEncodingOfTheClientIsUsed() {
    assertThat(PositionEncoding.of(List.of())).isEqualTo(PositionEncoding.UTF_16);
    assertThat(PositionEncoding.of(List.of("utf-7", "utf-32", "utf-8")))
        .isEqualTo(PositionEncoding.UTF_32);
    assertThat(PositionEncoding.of(List.of("utf-7"))).isEqualTo(PositionEncoding.UTF_16);
  }

  /** What a client would say, counted independently of the server's code. */
  private static Range range(String text, Span span, PositionEncoding encoding) {
    return new Range(place(text, span.start(), encoding), place(text, span.end(), encoding));
  }

  private static Position place(String text, int offset, PositionEncoding encoding) {
    String before = text.substring(0, offset);
    String[] lines = before.split("\r\n|\n|\r", -1);
    String last = lines[lines.length - 1];
    int units =
        switch (encoding) {
          case UTF_8 -> last.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
          case UTF_16 -> last.length();
          case UTF_32 -> last.codePointCount(0, last.length());
        };
    return new Position(lines.length - 1, units);
  }

  private static int boundary(String text, double share) {
    int at = (int) Math.round(share * text.length());
    while (!isBoundary(text, at)) {
      at--;
    }
    return at;
  }

  /** Whether no character and no line break is split. */
  private static boolean isBoundary(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    boolean pair = Character.isLowSurrogate(text.charAt(at));
    return !pair && !(text.charAt(at - 1) == '\r' && text.charAt(at) == '\n');
  }
}

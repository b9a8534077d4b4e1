package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Figure.Chains;
import io.schedulec.diagnostic.Figure.Joins.Joined;
import io.schedulec.diagnostic.Figure.Sources.Source;
import io.schedulec.diagnostic.Figure.Timeline.Firings;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** Findings of every shape, made from a seed. */
final class Findings {
  private static final String[] UNICODE = {
    "a", "b", "c:", " ", " ", "  ", "\n", "\n", "\r\n", "\r", "\t", "é", "名", "😀", "e\u0301",
    "\u001B", "\u0000", "\u009B", "\u202E", "\u200D", "\uFEFF", "\uD800", "- x", "[", "]", "\u2028"
  };
  private static final String[] ASCII = {"a", "b", "c:", " ", "  ", "\n", "\r\n", "\t", "- x", "["};

  private final Random random;
  private final String[] letters;

  Findings(long seed, boolean ascii) {
    this.random = new Random(seed);
    this.letters = ascii ? ASCII : UNICODE;
  }

  /** A finding and the file it is about. */
  record Finding(SourceFile file, Diagnostic diagnostic) {}

  Finding next() {
    SourceFile file = SourceFile.of("dir/a.yaml", text(random.nextInt(4) == 0 ? 900 : 60));
    return new Finding(file, diagnostic(file.text().length()));
  }

  String text(int length) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(length); i > 0; i--) {
      String letter = letters[random.nextInt(letters.length)];
      out.append(random.nextInt(30) == 0 ? letter.repeat(60) : letter);
    }
    return out.toString();
  }

  private Diagnostic diagnostic(int length) {
    return new Diagnostic(
        pick(List.of(DiagnosticKind.values())),
        pick(List.of(Severity.values())),
        words(15),
        new Label(span(length), words(8), true),
        list(random.nextInt(5) == 0 ? 30 : 5, () -> label(length)),
        list(3, this::figure),
        random.nextBoolean() ? "" : words(40),
        list(2, () -> words(25)),
        list(3, () -> help(length)),
        Map.of("missing", List.of(name(), name()), "count", random.nextInt(), "real", 0.5),
        list(3, () -> words(4)),
        random.nextBoolean() ? "" : words(2));
  }

  private Label label(int length) {
    return new Label(span(length), random.nextInt(4) == 0 ? "" : words(10), random.nextBoolean());
  }

  Span span(int length) {
    int start = random.nextInt(length + 1);
    int most = random.nextBoolean() ? Math.min(8, length - start) : length - start;
    return Span.at(start, random.nextInt(most + 1));
  }

  private Help help(int length) {
    List<Edit> edits = random.nextInt(4) == 0 ? wild(length) : edits(length);
    Applicability applicability = pick(List.of(Applicability.values()));
    String effect = random.nextBoolean() ? "" : words(3);
    return new Help(words(12), applicability, edits, list(3, () -> words(14)), effect);
  }

  /** Edits that may overlap. */
  private List<Edit> wild(int length) {
    return list(4, () -> new Edit(span(length), text(10)));
  }

  /** Edits that can be made together. */
  List<Edit> edits(int length) {
    TreeSet<Integer> ends = new TreeSet<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      ends.add(random.nextInt(length + 1));
    }
    List<Integer> sorted = new ArrayList<>(ends);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i += 1 + random.nextInt(2)) {
      int end = random.nextBoolean() ? sorted.get(i) : sorted.get(i + 1);
      edits.add(new Edit(new Span(sorted.get(i), end), random.nextInt(3) == 0 ? "" : text(10)));
    }
    return edits;
  }

  private Figure figure() {
    return switch (random.nextInt(5)) {
      case 0 ->
          new Figure.Joins(words(8), list(14, this::joined), random.nextBoolean() ? "" : "fc");
      case 1 -> new Chains(words(3), list(4, this::chain), list(3, () -> words(12)));
      case 2 ->
          new Figure.Sources(
              words(6),
              name(),
              random.nextInt(2000),
              random.nextBoolean() ? "" : "Concat " + random.nextInt(9),
              list(12, () -> new Source(random.nextInt(99), random.nextInt(999), name(), 64)));
      case 3 -> new Figure.Timeline(list(12, this::firings), epochs());
      default -> new Figure.Lines(random.nextBoolean() ? "" : "filters", list(4, () -> words(20)));
    };
  }

  private Joined joined() {
    boolean plain = random.nextInt(3) == 0;
    return new Joined(name(), random.nextInt(2048), random.nextBoolean(), plain ? "" : "Add 3.0");
  }

  private Chains.Chain chain() {
    String tied = random.nextBoolean() ? "" : "Add 2.0, 2.1";
    return new Chains.Chain(
        "chain A",
        random.nextInt(2048),
        "filters",
        list(14, () -> new Chains.Layer(name(), random.nextBoolean())),
        tied);
  }

  private Firings firings() {
    return new Firings(name(), epochs(), random.nextInt(500) - 1);
  }

  private List<Integer> epochs() {
    int most = random.nextBoolean() ? 60 : 3000;
    return List.copyOf(new TreeSet<>(list(60, () -> random.nextInt(most))));
  }

  private String name() {
    return "layer" + random.nextInt(20) + ".conv" + random.nextInt(20);
  }

  /** Words short enough for the narrowest layout. */
  private String words(int most) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      out.append(letters[random.nextInt(letters.length)]).append(random.nextInt(1000)).append(' ');
    }
    return out.toString();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Makes one part. */
  private interface Part<T> {
    T make();
  }

  private <T> List<T> list(int most, Part<T> part) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(part.make());
    }
    return list;
  }
}

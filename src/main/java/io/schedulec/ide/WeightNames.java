package io.schedulec.ide;

import io.schedulec.analysis.Snapshot;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Spelling;
import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The weights of the model as the schedule would spell them. */
final class WeightNames {
  private static final Pattern WORD = Pattern.compile("[\\w./*:-]+");

  private final Snapshot snapshot;
  private final Caret caret;

  WeightNames(Snapshot snapshot, Caret caret) {
    this.snapshot = snapshot;
    this.caret = caret;
  }

  /** The names that what was typed can mean; those that the schedule has already come last. */
  List<Suggestion> all(String before, String behind) {
    Optional<WeightCards> cards = WeightCards.of(snapshot.bound());
    if (cards.isEmpty()) {
      return List.of();
    }
    List<String> words = words();
    Optional<Spelling> spelling = spelling(words, cards.get());
    Set<String> listed = new HashSet<>();
    words.forEach(word -> listed.add(NameIndex.plain(word)));
    List<Suggestion> fresh = new ArrayList<>();
    List<Suggestion> again = new ArrayList<>();
    for (Parameter parameter : cards.get().weights()) {
      String name = spelled(parameter.name(), spelling, caret.typed());
      if (Segments.match(caret.typed(), name)) {
        boolean known = listed.contains(NameIndex.plain(name));
        (known ? again : fresh).add(suggestion(cards.get(), parameter, name, before, behind));
      }
    }
    fresh.addAll(again);
    return fresh;
  }

  private Suggestion suggestion(
      WeightCards cards, Parameter parameter, String name, String before, String behind) {
    return new Suggestion(
        name,
        Suggestion.Kind.WEIGHT,
        cards.detail(parameter),
        cards.markdown(parameter),
        caret.token(),
        before + name + behind);
  }

  /** Every word of the text but the one that is being written. */
  private List<String> words() {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(snapshot.source().text());
    while (word.find()) {
      if (word.end() <= caret.token().start() || word.start() >= caret.token().end()) {
        String text = word.group();
        words.add(text.endsWith(":") ? text.substring(0, text.length() - 1) : text);
      }
    }
    return words;
  }

  /** A name with the {@code module} components of one that is there, or of what was typed. */
  private static String spelled(String name, Optional<Spelling> spelling, String typed) {
    if (typed.startsWith("module.") && !name.startsWith("module.")) {
      return "module." + name;
    }
    return spelling.map(s -> s.of(name)).orElse(name);
  }

  private static Optional<Spelling> spelling(List<String> words, WeightCards cards) {
    return words.stream()
        .flatMap(word -> cards.find(word).map(p -> new Spelling(word, p.name())).stream())
        .findFirst();
  }
}

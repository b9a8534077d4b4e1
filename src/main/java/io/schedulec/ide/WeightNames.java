package io.schedulec.ide;

import io.schedulec.analysis.Snapshot;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
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
  private final Optional<BoundSchedule> bound;

  WeightNames(Snapshot snapshot, Caret caret) {
    this.snapshot = snapshot;
    this.caret = caret;
    this.bound = snapshot.readable().bound();
  }

  /** The names that what was typed can mean; those that the schedule has already come last. */
  List<Suggestion> all(String before, String behind) {
    Optional<WeightCards> cards = WeightCards.of(bound);
    if (cards.isEmpty()) {
      return List.of();
    }
    Set<String> listed = listed();
    List<Suggestion> fresh = new ArrayList<>();
    List<Suggestion> again = new ArrayList<>();
    for (Parameter parameter : cards.get().weights()) {
      String name = spelled(parameter.name());
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

  /** Every word of the text but the one that is being written, as far as it may be a name. */
  private Set<String> listed() {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(snapshot.source().text());
    while (word.find()) {
      if (word.end() <= caret.token().start() || word.start() >= caret.token().end()) {
        String text = word.group();
        String name = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
        words.add(NameIndex.plain(name));
      }
    }
    return words;
  }

  /** A name with the {@code module} components of those that are there, or of what was typed. */
  private String spelled(String name) {
    if (caret.typed().startsWith("module.") && !name.startsWith("module.")) {
      return "module." + name;
    }
    for (BoundPruner pruner : bound.map(BoundSchedule::pruners).orElse(List.of())) {
      for (BoundWeight weight : pruner.weights()) {
        return new Spelling(weight.written().value(), weight.name()).of(name);
      }
    }
    return name;
  }
}

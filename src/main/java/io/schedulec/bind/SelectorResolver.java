package io.schedulec.bind;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Schedule;
import io.schedulec.selector.Parsed;
import io.schedulec.selector.Selector;
import io.schedulec.selector.SelectorReader;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts names in the place of the selectors of one list or map after the other. */
final class SelectorResolver {
  /** More findings about one list say nothing more. */
  private static final int MOST_FINDINGS = 20;

  private final Universe universe;
  private final Predicate<String> selects;
  private final Spellings spellings;
  private final List<Selection> selections = new ArrayList<>();
  private final Set<String> reported = new HashSet<>();
  private final Map<String, Parsed> read = new HashMap<>();

  /**
   * A resolver.
   *
   * @param selects tells selectors from names
   */
  SelectorResolver(Schedule schedule, ModelFacts facts, Predicate<String> selects) {
    this.universe = new Universe(facts);
    this.selects = selects;
    this.spellings = Spellings.of(schedule, facts, selects);
  }

  /** What was resolved, in the order in which it was. */
  List<Selection> selections() {
    return selections;
  }

  /** The argument with names in the place of selectors, or unread. */
  Argument resolve(Argument argument, Consumer<Diagnostic> out) {
    List<Diagnostic> found = new ArrayList<>();
    YamlValue target = argument.value().resolved();
    Optional<Argument> resolved =
        target instanceof YamlValue.Mapping map
            ? map(argument, map, found)
            : list(argument, target, found);
    found.stream().limit(MOST_FINDINGS).filter(this::isNew).forEach(out);
    return resolved.orElseGet(argument::unread);
  }

  /** A list that several instances share is resolved for each of them. */
  private boolean isNew(Diagnostic finding) {
    return reported.add(finding.primary().span().start() + " " + finding.message());
  }

  // Lists, and one text in the place of a list.

  private Optional<Argument> list(Argument argument, YamlValue target, List<Diagnostic> found) {
    List<YamlValue> items =
        target instanceof YamlValue.Sequence list ? list.items() : List.of(argument.value());
    SelectedList names = new SelectedList(universe);
    boolean whole = true;
    for (YamlValue item : items) {
      boolean hopeless = !whole && found.size() >= MOST_FINDINGS;
      if (!hopeless && item.resolved() instanceof YamlValue.Scalar text) {
        whole &= item(item.span(), text, item instanceof YamlValue.Scalar, names, found);
      }
    }
    if (!whole) {
      return Optional.empty();
    }
    if (universe.facts().present()) {
      selections.add(new Selection(argument, names.parts(spellings)));
    }
    return Optional.of(argument.selecting(names.value(argument, target, spellings)));
  }

  private boolean item(
      Span span, YamlValue.Scalar text, boolean here, SelectedList names, List<Diagnostic> found) {
    if (!selects.test(text.text())) {
      names.addName(span, text.text());
      return true;
    }
    SelectorUse use = new SelectorUse(span, text, here, read(text.text()));
    SelectorFindings findings = new SelectorFindings(universe, use);
    Optional<Selector> selector = sound(use, findings, found);
    if (selector.isEmpty() || !universe.facts().present()) {
      // Without a model nobody knows what it stands for, so it stands for itself.
      names.addName(span, text.text());
      return selector.isPresent();
    }
    if (selector.get() instanceof Selector.Not not) {
      return takeOut(not, use, names, found);
    }
    Optional<BitSet> matches = matches(selector.get(), use, found);
    if (matches.isEmpty()) {
      return false;
    }
    if (!names.addSelector(use, matches.get())) {
      found.add(findings.alreadyListed());
    }
    return true;
  }

  private boolean takeOut(
      Selector.Not not, SelectorUse use, SelectedList names, List<Diagnostic> found) {
    SelectorFindings findings = new SelectorFindings(universe, use);
    if (names.isEmpty()) {
      found.add(findings.nothingBefore());
      return false;
    }
    Optional<BitSet> matches = matches(not.operand(), use, found);
    if (matches.isEmpty()) {
      return false;
    }
    int gone = names.takeOut(use, matches.get());
    if (gone == 0 || names.isEmpty()) {
      found.add(gone == 0 ? findings.takesNothing() : findings.takesAll());
    }
    return gone > 0 && !names.isEmpty();
  }

  // Maps.

  private Optional<Argument> map(Argument argument, YamlValue.Mapping map, List<Diagnostic> found) {
    SelectedMap names = new SelectedMap(universe, map, selects);
    boolean whole = true;
    for (YamlValue.Entry entry : map.entries()) {
      YamlValue.Scalar key = entry.key();
      if (!whole && found.size() >= MOST_FINDINGS) {
        break;
      }
      if (!selects.test(key.text())) {
        names.addName(entry);
        continue;
      }
      SelectorUse use = new SelectorUse(key.span(), key, true, read(key.text()));
      whole &= entry(use, entry, names, found);
    }
    if (!universe.facts().present()) {
      return whole ? Optional.of(argument) : Optional.empty();
    }
    if (whole) {
      selections.add(new Selection(argument, names.parts(spellings)));
    }
    return Optional.of(argument.selecting(names.value(map, spellings)));
  }

  private boolean entry(
      SelectorUse use, YamlValue.Entry entry, SelectedMap names, List<Diagnostic> found) {
    SelectorFindings findings = new SelectorFindings(universe, use);
    Optional<Selector> selector = sound(use, findings, found);
    if (selector.isEmpty() || !universe.facts().present()) {
      return selector.isPresent();
    }
    if (selector.get() instanceof Selector.Not) {
      found.add(findings.notInMap());
      return false;
    }
    Optional<BitSet> matches = matches(selector.get(), use, found);
    if (matches.isPresent() && !names.addSelector(use, entry, matches.get())) {
      found.add(findings.alreadyGiven());
    }
    return matches.isPresent();
  }

  // One selector.

  private Parsed read(String text) {
    return read.computeIfAbsent(text, SelectorReader::read);
  }

  /** The selector, if nothing is wrong with it as a text. */
  private static Optional<Selector> sound(
      SelectorUse use, SelectorFindings findings, List<Diagnostic> found) {
    Parsed parsed = use.parsed();
    if (parsed.problem().isPresent()) {
      found.add(findings.syntax(parsed.problem().get()));
      return Optional.empty();
    }
    Optional<Diagnostic> wrong = FunctionNames.wrong(parsed.selector().orElseThrow(), findings);
    wrong.ifPresent(found::add);
    return wrong.isPresent() ? Optional.empty() : parsed.selector();
  }

  /** What a selector matches; empty if that is nothing, which is reported. */
  private Optional<BitSet> matches(Selector selector, SelectorUse use, List<Diagnostic> found) {
    List<Diagnostic> mistakes = new ArrayList<>();
    BitSet matches = selector.select(new SelectorWorld(universe, use, mistakes::add));
    if (matches.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(new SelectorFindings(universe, use).empty(selector));
    }
    found.addAll(mistakes);
    return mistakes.isEmpty() ? Optional.of(matches) : Optional.empty();
  }
}

package io.schedulec.bind;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.selector.Problem;
import io.schedulec.selector.Selector;
import io.schedulec.source.Nearest;
import io.schedulec.source.OneLine;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** SC110, SC111 and SC112: what is wrong with one selector. */
final class SelectorFindings {
  private static final int LONGEST_SHOWN = 36;
  private static final String NOTHING =
      "Nothing would be pruned in its place, so the list is not checked further.";

  private final Universe universe;
  private final SelectorUse use;

  SelectorFindings(Universe universe, SelectorUse use) {
    this.universe = universe;
    this.use = use;
  }

  // SC110: text that is no selector.

  Diagnostic syntax(Problem problem) {
    return at(DiagnosticKind.SELECTOR_SYNTAX, problem.span(), problem.message())
        .saying(problem.label())
        .data("selector", use.text())
        .data("problem", problem.message())
        .build();
  }

  Diagnostic notInMap() {
    return syntax(
        new Problem(
            whole(),
            "a key that begins with `not` has nothing to take names out of",
            "takes names out of lists only"));
  }

  // SC111: a selector that matches nothing.

  /** A name or a pattern that matches nothing. */
  Diagnostic nothing(Selector.Names names) {
    String text = names.pattern().text();
    String message =
        shown(text)
            + (names.pattern().plain() ? " is" : " matches")
            + " none of the "
            + count(universe.size(), "parameter")
            + " of "
            + model();
    PatternAdvice advice = PatternAdvice.of(names.pattern(), universe);
    Diagnostic.Builder out = empty(names.span(), message, advice.label());
    advice
        .instead()
        .ifPresent(instead -> out.help(replace("write " + shown(instead), names.span(), instead)));
    return seeNames(out, advice.instead().isPresent());
  }

  /** A whole whose parts match something, but together nothing. */
  Diagnostic empty(Selector selector) {
    String message = "the selector matches nothing, although each of its parts does";
    return seeNames(empty(selector.span(), message, "no parameter fits all of it"), false);
  }

  Diagnostic noDepthwise(Selector.Call call) {
    String message = model() + " has no depthwise convolution";
    return empty(call.span(), message, "matches nothing").build();
  }

  Diagnostic noNeighbours(Selector argument, boolean writers) {
    String what = writers ? "is written by no layer" : "is read by no layer";
    String message = "what " + shown(text(argument.span())) + " writes " + what;
    return empty(argument.span(), message, writers ? "has no chain" : "nothing reads it").build();
  }

  Diagnostic nothingBefore() {
    Help help = Help.advice("name what is pruned first: op(Conv) - NAME");
    String message = "`not` takes names out of the items before it, and there are none";
    return empty(whole(), message, "the first item of the list").help(help).build();
  }

  Diagnostic takesNothing() {
    String message = shown(use.text()) + " takes nothing out of the items before it";
    return empty(whole(), message, "none of its matches is listed").build();
  }

  Diagnostic takesAll() {
    String message = shown(use.text()) + " leaves nothing of the items before it";
    return empty(whole(), message, "all that is listed matches it").build();
  }

  /** Nothing but what was listed before; no harm is done. */
  Diagnostic alreadyListed() {
    return superfluous("an item before it", "adds nothing to the list");
  }

  /** Nothing but what has a value. */
  Diagnostic alreadyGiven() {
    return superfluous("another key", "its value is given to nothing");
  }

  private Diagnostic superfluous(String by, String label) {
    String message = "all that " + shown(use.text()) + " matches is named by " + by;
    return at(DiagnosticKind.SELECTOR_EMPTY, whole(), message)
        .severity(Severity.WARNING)
        .saying(label)
        .data("selector", use.text())
        .data("part", use.text())
        .build();
  }

  private Diagnostic.Builder empty(Span span, String message, String label) {
    return at(DiagnosticKind.SELECTOR_EMPTY, span, message)
        .saying(label)
        .cause(NOTHING)
        .data("selector", use.text())
        .data("part", text(span));
  }

  // SC112: a function that is asked for what it cannot say.

  Diagnostic noFunction(Selector.Call call) {
    Set<String> names = new TreeSet<>(GraphFunctions.ALL.keySet());
    Optional<String> near = Nearest.of(call.name(), names);
    Diagnostic.Builder out =
        function(
            call.nameSpan(),
            "selectors have no function " + shown(call.name()),
            near.isPresent() ? "`" + near.get() + "` is spelt like it" : "no such function");
    if (near.isPresent()) {
      out.help(replace("use `" + near.get() + "`", call.nameSpan(), near.get()));
    } else {
      List<String> all = new ArrayList<>();
      names.forEach(name -> all.add(GraphFunctions.ALL.get(name)));
      out.help(Help.advice("the functions are " + String.join(", ", all)));
    }
    return out.build();
  }

  Diagnostic wrongArguments(Selector.Call call, boolean none) {
    String message =
        none
            ? "`" + call.name() + "()` is asked without anything in its parentheses"
            : "`" + call.name() + "` has nothing in its parentheses";
    Span span = none ? call.arguments().get(0).span() : call.span();
    String example = GraphFunctions.ALL.getOrDefault(call.name(), call.name());
    return function(span, message, "write " + example).build();
  }

  Diagnostic notAWord(Selector argument, String function, String wanted) {
    String message = "`" + function + "` needs " + wanted + ", not a selector";
    return function(argument.span(), message, "expected " + wanted).build();
  }

  Diagnostic noOperator(Selector.Names names) {
    Collection<String> operators = universe.operators().keySet();
    String message = "no weight of " + model() + " belongs to an operator ";
    return unknown(names, message + shown(names.pattern().text()), operators, "operator");
  }

  Diagnostic noModule(Selector.Names names, Collection<String> modules) {
    String message = model() + " has no module " + shown(names.pattern().text());
    return unknown(names, message, modules, "module");
  }

  Diagnostic noLayer(Selector.Names names) {
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < universe.size(); i++) {
      if (universe.layer(i)) {
        layers.add(NameIndex.plain(universe.parameter(i).layer()));
      }
    }
    String message = model() + " has no layer " + shown(names.pattern().text());
    return unknown(names, message, layers, "layer");
  }

  private Diagnostic unknown(
      Selector.Names names, String message, Collection<String> known, String what) {
    String text = names.pattern().text();
    Optional<String> near =
        names.pattern().regex() ? Optional.empty() : Nearest.of(NameIndex.plain(text), known);
    Diagnostic.Builder out =
        function(
            names.span(),
            message,
            near.isPresent() ? "`" + near.get() + "` is spelt like it" : "no such " + what);
    if (near.isPresent()) {
      out.help(replace("use `" + near.get() + "`", names.span(), near.get()));
    } else {
      boolean operators = what.equals("operator");
      String view = operators ? "--ops " : "--weights ";
      out.help(Help.advice("see what the model has: schedulec inspect " + view + model()));
    }
    return out.build();
  }

  private Diagnostic.Builder function(Span span, String message, String label) {
    return at(DiagnosticKind.SELECTOR_FUNCTION, span, message)
        .saying(label)
        .cause(NOTHING)
        .data("selector", use.text())
        .data("part", text(span));
  }

  // What they have in common.

  private Diagnostic.Builder at(DiagnosticKind kind, Span span, String message) {
    return Diagnostic.at(kind, use.place(span), message);
  }

  private Help replace(String text, Span span, String instead) {
    return use.here()
        ? Help.unsafe(text, List.of(new Edit(use.place(span), instead)))
        : Help.advice(text);
  }

  private Diagnostic seeNames(Diagnostic.Builder out, boolean helped) {
    if (!helped) {
      out.help(Help.advice("see the names the model has: schedulec inspect --weights " + model()));
    }
    return out.build();
  }

  private Span whole() {
    return new Span(0, use.text().length());
  }

  private String text(Span span) {
    return use.text().substring(span.start(), span.end());
  }

  private String model() {
    return universe.facts().graph().name();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String shown(String text) {
    String line = OneLine.of(text);
    boolean cut = line.length() > LONGEST_SHOWN;
    return "`" + (cut ? line.substring(0, LONGEST_SHOWN - 1) + "…" : line) + "`";
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.ValueType;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Nearest;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a value. */
final class ValueFindings {
  private final Findings out;
  private final Layout layout;

  ValueFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** A value of another kind than its type asks for. */
  void wrongType(YamlValue value, ValueType type, Subject subject) {
    Diagnostic.Builder finding =
        at(DiagnosticKind.WRONG_TYPE, value, subject, " is " + Words.kind(value))
            .saying("must be " + type.describe())
            .cause(Causes.wrongType(type, subject));
    boolean lone =
        type instanceof ValueType.ListOf list
            && list.least() == 1
            && value.resolved() instanceof YamlValue.Scalar;
    if (lone) {
      Edit edit = new Edit(value.span(), "[" + layout.text(value.span()) + "]");
      finding.help(Help.safe("write a list of one", List.of(edit)));
    }
    if (type instanceof ValueType.Real && isPair(value)) {
      finding.help(Help.advice("a strength with a group is for `class: GroupLassoRegularizer`"));
    }
    if (type instanceof ValueType.Pair && Values.real(value.resolved()).isPresent()) {
      finding.help(
          Help.advice("name its group beside it", "[" + layout.text(value.span()) + ", 3D]"));
    }
    out.add(finding.data("expected", type.describe()));
  }

  private static boolean isPair(YamlValue value) {
    return value.resolved() instanceof YamlValue.Sequence list && list.items().size() == 2;
  }

  /** Nothing where a value has to be. */
  void nothing(YamlValue value, KeySpec key, Subject subject) {
    DiagnosticKind kind = key.required() ? DiagnosticKind.MISSING_KEY : DiagnosticKind.WRONG_TYPE;
    Diagnostic.Builder finding =
        at(kind, value, subject, " has no value")
            .saying("must be " + key.type().describe())
            .cause(Causes.nothing(subject));
    if (!key.required() && !key.defaultText().isEmpty()) {
      finding.help(
          Help.advice("leave the key out to get the default, `" + key.defaultText() + "`"));
    }
    out.add(finding);
  }

  /** A list or map without content. */
  void empty(YamlValue value, Subject subject) {
    out.add(
        at(DiagnosticKind.MISSING_KEY, value, subject, " names no parameter")
            .saying("at least one is needed")
            .cause(Causes.nothing(subject))
            .data("missing", List.of(subject.key())));
  }

  /** A text that is no number. */
  void notNumber(YamlValue value, YamlValue.Scalar scalar, ValueType type, Subject subject) {
    Optional<NumberAdvice.Rewrite> rewrite = NumberAdvice.of(scalar);
    Diagnostic.Builder finding =
        at(DiagnosticKind.WRONG_TYPE, value, subject, " is " + shown(scalar) + ", not a number")
            .saying(rewrite.map(NumberAdvice.Rewrite::label).orElse("must be " + type.describe()))
            .cause(Causes.notNumber(scalar.type(), subject))
            .data("expected", type.describe());
    if (rewrite.isPresent()) {
      String number = rewrite.get().number();
      List<Edit> edits = List.of(new Edit(value.span(), number));
      String text = "write it as `" + number + "`";
      finding.help(rewrite.get().certain() ? Help.safe(text, edits) : Help.unsafe(text, edits));
    }
    out.add(finding);
  }

  private static String shown(YamlValue.Scalar scalar) {
    String what = scalar.type() == ScalarType.STRING ? "the text " : "";
    return what + Words.code(scalar.text(), 20);
  }

  /** A number with a fraction where a whole one has to be. */
  void notWhole(YamlValue value, double number, ValueType type, Subject subject) {
    Diagnostic.Builder finding =
        at(DiagnosticKind.WRONG_TYPE, value, subject, " is not a whole number")
            .saying("must be " + type.describe())
            .cause(
                "The trainer stops: `TypeError: 'float' object cannot be interpreted as an"
                    + " integer`.")
            .data("expected", type.describe());
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      String whole = Long.toString((long) number);
      finding.help(
          Help.safe("write it as `" + whole + "`", List.of(new Edit(value.span(), whole))));
    }
    out.add(finding);
  }

  /** A value that is neither true nor false. */
  void notTruth(YamlValue value, YamlValue.Scalar scalar, Subject subject) {
    boolean truth = ScalarType.of(scalar.text()) == ScalarType.BOOL;
    boolean number = scalar.number().isPresent();
    Diagnostic.Builder finding =
        at(
                DiagnosticKind.WRONG_TYPE,
                value,
                subject,
                " is " + shown(scalar) + ", not a truth value")
            .severity(number ? Severity.WARNING : Severity.ERROR)
            .saying(truth ? "the quotes make it a text" : "must be `True` or `False`")
            .cause(
                number
                    ? "The trainer takes 0 for `False` and any other number for `True`."
                    : Causes.truthy(subject))
            .data("expected", "`True` or `False`");
    if (truth) {
      Edit edit = new Edit(value.span(), scalar.text());
      finding.help(Help.safe("remove the quotes", List.of(edit)));
    }
    out.add(finding);
  }

  /** A number beyond its bounds. */
  void outOfRange(YamlValue value, double number, ValueType type, Subject subject) {
    String text = layout.text(value.span());
    boolean fraction = type instanceof ValueType.Real real && real.min() == 0 && real.max() == 1;
    Diagnostic.Builder finding =
        at(DiagnosticKind.OUT_OF_RANGE, value, subject, " is " + Words.code(text, 16))
            .saying("must be " + type.describe())
            .cause(Causes.outOfRange(fraction, subject))
            .data("value", number);
    if (fraction && number > 1 && number <= 100) {
      String share = NumberAdvice.share(number);
      finding.help(
          Help.unsafe(
              "write a percentage as a share, `" + share + "`",
              List.of(new Edit(value.span(), share))));
    }
    if (type instanceof ValueType.Int range && range.min() == range.max()) {
      String only = Integer.toString(range.min());
      finding.help(Help.unsafe("write `" + only + "`", List.of(new Edit(value.span(), only))));
    }
    out.add(finding);
  }

  /** A word that is not among the choices. */
  void badChoice(Spanned<String> word, ValueType.Choice choice, Subject subject) {
    int room = 72 - subject.words().length();
    String message = " is " + Words.code(word.value(), Math.max(16, room));
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.BAD_CHOICE,
                word.span(),
                subject.words() + message + ", which " + verdict(choice))
            .severity(choice.binding() ? Severity.ERROR : Severity.WARNING)
            .saying("must be " + choice.describe())
            .cause(Causes.badChoice(subject))
            .data("key", subject.key())
            .data("owner", subject.owner())
            .data("value", word.value())
            .data("choices", choice.words());
    help(word, choice, subject).ifPresent(finding::help);
    out.add(finding);
  }

  private static String verdict(ValueType.Choice choice) {
    return choice.binding() ? "is no choice" : "nobody reads";
  }

  private static Optional<Help> help(
      Spanned<String> word, ValueType.Choice choice, Subject subject) {
    Optional<Retired> retired =
        subject.key().equals("thinning_func_str")
            ? Retired.ofThinning(word.value())
            : Optional.empty();
    if (retired.isPresent()) {
      Edit edit = new Edit(word.span(), retired.get().replacement());
      return Optional.of(Help.unsafe(retired.get().sentence(), List.of(edit)));
    }
    Optional<String> near =
        choice.words().size() == 1
            ? Optional.of(choice.words().get(0))
            : Nearest.of(word.value(), choice.words());
    return near.map(
        choiceWord -> {
          List<Edit> edits = List.of(new Edit(word.span(), choiceWord));
          String text = "write `" + choiceWord + "`";
          return choiceWord.equalsIgnoreCase(word.value())
              ? Help.safe(text + ", in this spelling", edits)
              : Help.unsafe(text, edits);
        });
  }

  /** A list with too few or too many items. */
  void wrongCount(YamlValue value, int count, ValueType.ListOf list, Subject subject) {
    String lists = count == 0 ? " is an empty list" : " lists " + count + " values";
    out.add(
        at(DiagnosticKind.WRONG_TYPE, value, subject, lists)
            .saying("must be " + list.describe())
            .cause(Causes.wrongCount(list, count, subject))
            .data("expected", list.describe()));
  }

  /** A group before its strength. */
  void swapped(
      YamlValue value, YamlValue first, YamlValue second, ValueType.Pair pair, Subject subject) {
    List<Edit> edits =
        List.of(
            new Edit(first.span(), layout.text(second.span())),
            new Edit(second.span(), layout.text(first.span())));
    out.add(
        at(DiagnosticKind.WRONG_TYPE, value, subject, " has its two values swapped")
            .saying("must be " + pair.describe())
            .cause(
                "The trainer stops in the first minibatch: `TypeError: can only concatenate str`.")
            .help(Help.safe("swap them", edits))
            .data("expected", pair.describe()));
  }

  /** A list item that is no name. */
  void notName(YamlValue item, Subject subject) {
    boolean nothing = Values.isNull(item.resolved());
    Diagnostic.Builder finding =
        at(
                DiagnosticKind.WRONG_TYPE,
                item,
                subject,
                nothing ? " has an empty item" : " has an item that is " + Words.kind(item))
            .saying("must be a parameter name")
            .cause("The trainer compares it with the names of parameters and never finds it.")
            .data("expected", "a parameter name");
    if (item.resolved() instanceof YamlValue.Mapping) {
      finding.help(Help.advice("write the name alone, without a colon; one sparsity serves all"));
    }
    out.add(finding);
  }

  /** Weights as a map, whose values the trainer does not read. */
  void weightMap(YamlValue value, YamlValue.Mapping map, Subject subject) {
    boolean bare = true;
    for (YamlValue.Entry entry : map.entries()) {
      bare &= entry.value() instanceof YamlValue.Missing;
    }
    Span span = layout.firstLine(map.span());
    Diagnostic.Builder finding =
        Diagnostic.at(DiagnosticKind.WRONG_TYPE, span, subject.words() + " is a map, not a list")
            .severity(bare ? Severity.WARNING : Severity.ERROR)
            .saying(bare ? "braces make a map" : "the values of this map are not read")
            .cause("The trainer reads the keys as names and ignores the values.")
            .data("expected", "a list of parameter names");
    if (bare && map.flow()) {
      finding.help(Help.safe("write it in brackets", brackets(map.span())));
    } else {
      finding.help(
          Help.advice("list the names alone; give layers of other sparsity a pruner of their own"));
    }
    out.add(finding);
  }

  private static List<Edit> brackets(Span span) {
    return List.of(
        new Edit(Span.at(span.start(), 1), "["),
        new Edit(new Span(span.end() - 1, span.end()), "]"));
  }

  /** Thresholds without one for all other parameters. */
  void noStar(YamlValue.Mapping mapping, Subject subject) {
    YamlValue.Entry last = mapping.entries().get(mapping.entries().size() - 1);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                layout.firstLine(mapping.span()),
                subject.words() + " lacks the entry `'*'`")
            .saying("needs a threshold for all other parameters")
            .cause(Causes.missing(subject))
            .data("missing", List.of("*"));
    if (!mapping.flow() && layout.ownLines(last.span())) {
      Edit edit = layout.lineAfter(last.span(), last.span().start(), "'*': 0.0");
      finding.help(Help.unsafe("leave all other parameters alone", List.of(edit)));
    }
    out.add(finding);
  }

  /** An unknown key of a map within a value. */
  void unknownInner(YamlValue.Entry entry, List<String> names, Subject subject) {
    Optional<String> near = Nearest.of(entry.key().text(), names);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_KEY,
                entry.key().span(),
                Words.code(entry.key().text(), 24) + " is not a key of " + subject.words())
            .severity(near.isPresent() ? Severity.ERROR : Severity.WARNING)
            .saying("only " + Words.list(names, "and") + " is read")
            .cause("The trainer ignores it.")
            .data("key", entry.key().text())
            .data("accepted", names);
    near.ifPresent(
        name ->
            finding.help(
                Help.unsafe(
                    "a key with a similar name exists",
                    List.of(new Edit(entry.key().span(), name)))));
    out.add(finding);
  }

  /** Modules without settings. */
  void noSettings(YamlValue.Entry module, Subject subject) {
    out.add(
        at(DiagnosticKind.WRONG_TYPE, module.key(), subject, " has no settings for these modules")
            .saying("must be a map of settings")
            .cause("The trainer stops while loading: `AttributeError`, about `NoneType`.")
            .help(Help.advice("leave modules as they are with", "bits_weights: null"))
            .data("expected", "a map of settings"));
  }

  /** A setting of modules that their quantizer does not have. */
  void unknownSetting(YamlValue.Entry entry, List<String> names, Subject subject) {
    String key = entry.key().text();
    Optional<Retired> retired = Retired.ofKey(key, Section.QUANTIZERS);
    Optional<String> meant =
        retired.isPresent() ? Optional.of(retired.get().replacement()) : KeyNames.meant(key, names);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_KEY,
                entry.key().span(),
                Words.code(key, 24) + " is not a setting in " + subject.words())
            .saying("the settings are " + Words.list(names, "and"))
            .cause(
                retired.isPresent()
                    ? "The trainer stops while loading: `ValueError`, about the old keys of"
                        + " overrides."
                    : "The trainer stops while it prepares the model: `TypeError`, about an"
                        + " unexpected keyword argument.")
            .data("key", key)
            .data("accepted", names);
    retired.ifPresent(old -> finding.note(old.sentence()));
    meant.ifPresent(
        name ->
            finding.help(
                Help.unsafe("write `" + name + "`", List.of(new Edit(entry.key().span(), name)))));
    out.add(finding);
  }

  private Diagnostic.Builder at(
      DiagnosticKind kind, YamlValue value, Subject subject, String predicate) {
    Span span = layout.firstLine(value.span());
    Diagnostic.Builder finding = Diagnostic.at(kind, span, subject.words() + predicate);
    if (value instanceof YamlValue.Alias alias) {
      finding.label(layout.firstLine(alias.target().span()), "the aliased value");
    }
    return finding.data("key", subject.key()).data("owner", subject.owner());
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with a policy, its timing aside. */
final class PolicyFindings {
  private final Findings out;
  private final Layout layout;

  PolicyFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** An item of the list that is no map. */
  void noMap(YamlValue item) {
    if (item.resolved() instanceof YamlValue.Broken) {
      return;
    }
    boolean nothing = Values.isNull(item.resolved());
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                layout.firstLine(item.span()),
                nothing ? "a policy is empty" : "a policy is " + Words.kind(item) + ", not a map")
            .saying("must be a map with a reference and its epochs")
            .cause(
                "The trainer stops while loading: `TypeError: argument of type 'NoneType' is not"
                    + " iterable`, or the same of another type.")
            .help(Help.advice("write a policy", Template.policy("pruner", "NAME")))
            .data("key", "policies")
            .data("expected", "a map"));
  }

  /** A policy without any reference. */
  void noReference(YamlValue.Mapping policy) {
    Span span =
        policy.entries().isEmpty()
            ? layout.firstLine(policy.span())
            : policy.entries().get(0).key().span();
    out.add(
        Diagnostic.at(DiagnosticKind.POLICY_TARGET, span, "a policy does not say what acts")
            .saying("needs one of " + Words.list(references(), "and"))
            .cause("The trainer stops while loading: `ValueError`, with a literal `[%s]` in it.")
            .help(Help.advice("name an instance", "- pruner:", "    instance_name: NAME")));
  }

  private static List<String> references() {
    List<String> names = new ArrayList<>();
    for (Section section : Section.values()) {
      names.add(section.reference());
    }
    return names;
  }

  /** A reference key that does not exist. */
  void unknownReference(YamlValue.Entry entry, Optional<Section> meant) {
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.POLICY_TARGET,
                entry.key().span(),
                "a policy cannot refer to " + Words.code(entry.key().text()))
            .saying("must be one of " + Words.list(references(), "and"))
            .cause("The trainer stops while loading: `ValueError`, with a literal `[%s]` in it.")
            .data("key", entry.key().text());
    meant.ifPresent(
        section ->
            finding.help(
                Help.safe(
                    "write `" + section.reference() + "`",
                    List.of(new Edit(entry.key().span(), section.reference())))));
    out.add(finding);
  }

  /** A second reference, which the trainer does not look at. */
  void second(YamlValue.Entry first, YamlValue.Entry other) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.POLICY_TARGET,
                other.key().span(),
                "a policy refers to two things, and `" + other.key().text() + "` is ignored")
            .saying("ignored")
            .label(first.key().span(), "only this one acts")
            .cause("The trainer takes the first it looks for and says nothing.")
            .help(Help.advice("give it a policy of its own, with its own epochs"))
            .data("key", other.key().text()));
  }

  /** A reference that names its instance directly. */
  void plainReference(YamlValue.Entry entry) {
    String key = entry.key().text();
    Span value = entry.value().span();
    Edit edit = new Edit(value, "{instance_name: " + layout.text(value) + "}");
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                value,
                "`" + key + "` of a policy is a text, not a map with `instance_name`")
            .saying("must be a map with `instance_name`")
            .cause("The trainer stops while loading: `TypeError: string indices must be integers`.")
            .help(Help.safe("name the instance by `instance_name`", List.of(edit)))
            .data("key", key)
            .data("expected", "a map with `instance_name`"));
  }

  /** A reference that is a list. */
  void wrongReference(Section kind, YamlValue.Entry entry) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                layout.firstLine(entry.value().span()),
                "`" + kind.reference() + "` of a policy is " + Words.kind(entry.value()))
            .saying("must be a map with `instance_name`")
            .cause("The trainer stops while loading: `TypeError: list indices must be integers`.")
            .help(Help.advice("a policy schedules one instance; write one policy for each"))
            .data("key", kind.reference())
            .data("expected", "a map with `instance_name`"));
  }

  /** A reference without an instance. */
  void noInstance(YamlValue.Entry entry) {
    String key = entry.key().text();
    out.add(
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                entry.key().span(),
                "`" + key + "` of a policy lacks `instance_name`")
            .saying("does not say which " + key)
            .cause(
                "The trainer stops while loading: `KeyError: 'instance_name'`, or `TypeError:"
                    + " 'NoneType' object is not subscriptable`.")
            .help(Help.advice("name the instance", key + ":", "  instance_name: NAME"))
            .data("missing", List.of("instance_name")));
  }

  /** An instance name that is not indented far enough. */
  void nameBeside(YamlValue.Entry reference, YamlValue.Entry name, YamlValue.Mapping policy) {
    String key = reference.key().text();
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                name.key().span(),
                "`instance_name` stands beside `" + key + ":`, not inside it")
            .saying("must be indented further than `" + key + ":`")
            .label(reference.key().span(), "empty")
            .cause(
                "The trainer stops while loading: `TypeError: 'NoneType' object is not"
                    + " subscriptable`.")
            .data("missing", List.of("instance_name"));
    if (!policy.flow() && layout.ownLines(name.span()) && policy.entry("args").isEmpty()) {
      Edit edit = new Edit(Span.at(name.span().start(), 0), "  ");
      finding.help(Help.safe("indent it", List.of(edit)));
    }
    out.add(finding);
  }

  /** A key beside the reference that means nothing; the timing key that was meant, if any. */
  Optional<String> unknown(YamlValue.Entry entry, YamlValue.Mapping policy, Section kind) {
    List<String> names = new ArrayList<>();
    for (KeySpec key : PolicyShape.TIMING) {
      if (policy.entry(key.name()).isEmpty()) {
        names.add(key.name());
      }
    }
    String key = entry.key().text();
    Optional<String> near = KeyNames.meant(key, names);
    boolean args = key.equals("args") || key.equals("instance_name");
    Diagnostic.Builder finding =
        unknown(entry, "is not a key of a policy", near.isPresent() || args)
            .data("accepted", names);
    near.ifPresent(
        name ->
            finding.help(
                Help.unsafe(
                    "a key with a similar name exists: `" + name + "`",
                    List.of(new Edit(entry.key().span(), name)))));
    if (args) {
      finding.help(Help.advice("indent it, so that it belongs to `" + kind.reference() + ":`"));
    }
    out.add(finding);
    return near;
  }

  private static Diagnostic.Builder unknown(YamlValue.Entry entry, String verdict, boolean wrong) {
    return Diagnostic.at(
            DiagnosticKind.UNKNOWN_KEY,
            entry.key().span(),
            Words.code(entry.key().text(), 36) + " " + verdict)
        .severity(wrong ? Severity.ERROR : Severity.WARNING)
        .saying(wrong ? "not known here" : "has no effect")
        .cause("The trainer ignores it.")
        .data("key", entry.key().text());
  }

  /** A key beside {@code instance_name}; whether that one was meant. */
  boolean unknownInReference(Section kind, YamlValue.Entry entry, boolean named) {
    String key = entry.key().text();
    List<String> names = named ? List.of("args") : List.of("instance_name", "args");
    Optional<String> near =
        !named && key.equals("name") ? Optional.of("instance_name") : KeyNames.meant(key, names);
    boolean arg = isArg(kind, key);
    Diagnostic.Builder finding =
        unknown(entry, "is not a key of `" + kind.reference() + ":`", near.isPresent() || arg)
            .data("accepted", names);
    if (arg) {
      finding.help(Help.advice("put it below `args:`", "args:", "  " + layout.text(entry.span())));
    } else if (near.isPresent()) {
      finding.help(
          Help.safe(
              "write `" + near.get() + "`", List.of(new Edit(entry.key().span(), near.get()))));
    }
    if (near.isPresent() && near.get().equals("instance_name")) {
      finding.cause("The trainer stops while loading: `KeyError: 'instance_name'`.");
    }
    out.add(finding);
    return near.isPresent() && near.get().equals("instance_name");
  }

  private static boolean isArg(Section kind, String key) {
    for (KeySpec spec : PolicyShape.args(kind)) {
      if (spec.name().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** An unknown setting. */
  void unknownArg(Section kind, YamlValue.Entry arg) {
    List<String> names = new ArrayList<>();
    for (KeySpec spec : PolicyShape.args(kind)) {
      names.add(spec.name());
    }
    Optional<String> near = KeyNames.meant(arg.key().text(), names);
    boolean strict = kind == Section.REGULARIZERS;
    Diagnostic.Builder finding =
        unknown(
                arg,
                "is not a setting of a " + kind.reference() + " policy",
                near.isPresent() || strict)
            .data("accepted", names);
    if (strict) {
      finding.cause("The trainer stops while loading: `TypeError: unexpected keyword argument`.");
    }
    near.ifPresent(
        name ->
            finding.help(
                Help.unsafe(
                    "a setting with a similar name exists: `" + name + "`",
                    List.of(new Edit(arg.key().span(), name)))));
    if (near.isEmpty()) {
      finding.note("settings are " + Words.list(names, "and"));
    }
    out.add(finding);
  }

  /** Settings that this kind of policy does not have. */
  void argsIgnored(Section kind, YamlValue.Entry entry) {
    Diagnostic.Builder finding =
        unknown(entry, "of a policy for `" + kind.reference() + "` has no effect", false)
            .data("accepted", List.of("instance_name"));
    layout
        .removal(entry.span())
        .ifPresent(edit -> finding.help(Help.safe("remove it", List.of(edit))));
    out.add(finding);
  }
}

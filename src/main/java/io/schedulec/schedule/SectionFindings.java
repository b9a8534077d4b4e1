package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with the sections of a file. */
final class SectionFindings {
  private final Findings out;
  private final Layout layout;

  SectionFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** A key that names no section; the section that was meant, if it can be told. */
  Optional<String> unknown(YamlValue.Entry entry, YamlValue.Mapping root) {
    List<String> names = names();
    String key = entry.key().text();
    Optional<String> near =
        key.equalsIgnoreCase("policy") ? Optional.of("policies") : KeyNames.meant(key, names);
    boolean taken = near.isPresent() && root.entry(near.get()).isPresent();
    if (near.isEmpty() && !looksLikeSection(entry)) {
      ignored(entry);
      return near;
    }
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_SECTION,
                entry.key().span(),
                Words.code(key) + " is not a section of a schedule")
            .saying("the sections are " + Words.list(names, "and"))
            .cause(cause(near))
            .data("section", key);
    if (near.isPresent() && !taken) {
      finding
          .data("similar", near.get())
          .help(
              Help.safe(
                  "write `" + near.get() + "`", List.of(new Edit(entry.key().span(), near.get()))));
    } else if (near.isPresent()) {
      finding.help(Help.advice("move its content to `" + near.get() + ":`, which is there too"));
    }
    out.add(finding);
    return near;
  }

  private static String cause(Optional<String> near) {
    return near.isPresent() && near.get().equals("policies")
        ? "The trainer stops while loading: `UnboundLocalError: local variable 'policy_def'"
            + " referenced before assignment`."
        : "The trainer skips the section without a word and stops at the first policy that refers"
            + " to it: `AssertionError: ... was not defined`.";
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Section section : Section.values()) {
      names.add(section.key());
    }
    names.add("policies");
    return names;
  }

  /** Whether an entry holds instances. */
  private static boolean looksLikeSection(YamlValue.Entry entry) {
    if (!(entry.value().resolved() instanceof YamlValue.Mapping mapping)) {
      return false;
    }
    for (YamlValue.Entry instance : mapping.entries()) {
      if (instance.value().resolved() instanceof YamlValue.Mapping content
          && content.entry("class").isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** A key that no reader looks at, unless it holds anchors for others. */
  private void ignored(YamlValue.Entry entry) {
    if (layout.text(entry.span()).indexOf('&') >= 0) {
      return;
    }
    out.add(
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_SECTION,
                entry.key().span(),
                Words.code(entry.key().text()) + " is not a section of a schedule")
            .severity(Severity.WARNING)
            .saying("has no effect")
            .cause("The trainer ignores it.")
            .data("section", entry.key().text()));
  }

  /** A file that is no schedule at all. */
  void otherFile(YamlValue.Mapping root, FileKind kind) {
    boolean layers = kind == FileKind.LAYER_LIST;
    YamlValue.Entry first = layers ? root.entry("network").orElseThrow() : root.entries().get(0);
    String what = layers ? "a layer list for automatic compression" : "activation statistics";
    out.add(
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_SECTION,
                first.key().span(),
                "the file holds " + what + ", not a schedule")
            .severity(Severity.WARNING)
            .saying(layers ? "lists layers by model" : "holds the ranges of a layer")
            .cause(
                "Loaded as a schedule, it stops the trainer: `UnboundLocalError: local variable"
                    + " 'policy_def' referenced before assignment`.")
            .data("section", first.key().text()));
  }

  /** A configuration of a quantizer, which needs no policies. */
  void quantizerConfig(YamlValue.Mapping root) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                root.entry("quantizers").orElseThrow().key().span(),
                "the file configures post-training quantization; it is not a schedule")
            .severity(Severity.INFO)
            .saying("has no `policies`, and needs none")
            .note("the trainer reads such a file with `--qe-config-file`")
            .data("missing", List.of("policies")));
  }

  /** A section that is no map. */
  void noMap(Section section, YamlValue.Entry entry) {
    YamlValue value = entry.value().resolved();
    boolean nothing = Values.isNull(value);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                entry.key().span(),
                "the section `"
                    + section.key()
                    + "` is "
                    + (nothing ? "empty" : Words.kind(value) + ", not a map of names"))
            .saying(nothing ? "nothing is indented below it" : "must be a map of names")
            .cause(
                "The trainer stops while loading: `AttributeError: '"
                    + (nothing ? "NoneType" : "list")
                    + "' object has no attribute 'items'`.")
            .data("key", section.key())
            .data("expected", "a map");
    if (nothing) {
      layout
          .removalWithColon(entry.key().span())
          .ifPresent(edit -> finding.help(Help.unsafe("remove the section", List.of(edit))));
    } else if (value instanceof YamlValue.Sequence) {
      finding.help(
          Help.advice(
              "give each instance a name instead of a dash",
              section.key() + ":",
              "  my_" + section.reference() + ":",
              "    class: ..."));
    }
    out.add(finding);
  }

  /** A class that works on a trained model, in a file with policies. */
  void notSchedulable(Instance instance) {
    if (!instance.has(Trait.POST_TRAINING)) {
      return;
    }
    Spanned<String> name = instance.className().orElseThrow();
    out.add(
        Diagnostic.at(
                DiagnosticKind.NOT_SCHEDULABLE,
                name.span(),
                Words.code(name.value()) + " works on a trained model, and no policy can drive it")
            .saying("cannot be part of a schedule")
            .cause(
                "The trainer stops while loading: `UnsatisfiedRequirements`, as the class requires"
                    + " a dummy input.")
            .help(
                Help.advice(
                    "keep it in a file without `policies`, for `--qe-config-file`, or train with"
                        + " `QuantAwareTrainRangeLinearQuantizer`"))
            .data("owner", instance.name().value())
            .data("class", name.value()));
  }

  /** More than one quantizer. */
  void secondQuantizer(Instance first, Instance second) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                second.name().span(),
                "a schedule has one quantizer at most, and this is the second")
            .saying("second quantizer")
            .label(first.name().span(), "first quantizer")
            .cause(
                "The trainer stops while loading: `ValueError: Multiple Quantizers not supported`.")
            .data("key", "quantizers")
            .data("owner", second.name().value())
            .data("value", 2.0));
  }

  /** A schedule without policies. */
  void noPolicies(YamlValue.Mapping root) {
    Span span =
        root.entries().isEmpty()
            ? layout.firstLine(root.span())
            : root.entries().get(0).key().span();
    out.add(
        Diagnostic.at(DiagnosticKind.MISSING_KEY, span, "the schedule has no `policies`")
            .saying("nothing in this file is ever active")
            .cause(
                "The trainer stops while loading: `UnboundLocalError: local variable 'policy_def'"
                    + " referenced before assignment`.")
            .help(Help.advice("say when each instance acts", Template.policy("pruner", "NAME")))
            .data("missing", List.of("policies")));
  }

  /** Policies that are no list. */
  void policiesNoList(YamlValue.Entry entry) {
    YamlValue value = entry.value().resolved();
    boolean nothing = Values.isNull(value);
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                entry.key().span(),
                nothing
                    ? "the section `policies` is empty"
                    : "the section `policies` is " + Words.kind(value) + ", not a list")
            .saying(nothing ? "nothing is listed below it" : "each policy starts with `- `")
            .cause(
                nothing
                    ? "The trainer stops while loading: `UnboundLocalError: local variable"
                        + " 'policy_def' referenced before assignment`."
                    : "The trainer stops while loading: `TypeError: string indices must be"
                        + " integers`.")
            .help(Help.advice("list the policies", Template.policy("pruner", "NAME")))
            .data("key", "policies")
            .data("expected", "a list"));
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;

/** Says which names of instances do not meet. */
final class LinkFindings {
  private final Findings out;

  LinkFindings(Findings out) {
    this.out = out;
  }

  /** A policy for an instance that is not there. */
  void undefined(
      PolicyDraft policy, Optional<String> near, List<String> names, Optional<Instance> elsewhere) {
    Spanned<String> name = policy.reference().name().orElseThrow();
    Section kind = policy.kind();
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNDEFINED_INSTANCE,
                name.span(),
                "there is no " + kind.reference() + " " + Words.code(name.value()))
            .saying("not defined under `" + kind.key() + "`")
            .cause(
                "The trainer stops while loading: `AssertionError: ... was not defined in the list"
                    + " of "
                    + kind.key()
                    + "`.")
            .data("name", name.value())
            .data("section", kind.key());
    if (elsewhere.isPresent()) {
      elsewhere(finding, elsewhere.get());
    } else if (near.isPresent()) {
      finding
          .data("similar", near.get())
          .help(
              Help.unsafe(
                  "a "
                      + kind.reference()
                      + " with a similar name exists: "
                      + Words.code(near.get()),
                  List.of(new Edit(name.span(), near.get()))));
    } else {
      finding.help(Help.advice(advice(kind, names)));
    }
    out.add(finding);
  }

  private static void elsewhere(Diagnostic.Builder finding, Instance instance) {
    finding
        .label(instance.name().span(), "a " + instance.section().reference() + " of this name")
        .help(
            Help.advice(
                "refer to it by `"
                    + instance.section().reference()
                    + ":`, as it is defined under `"
                    + instance.section().key()
                    + ":`"));
  }

  private static String advice(Section kind, List<String> names) {
    return names.isEmpty()
        ? "define it under `" + kind.key() + ":`"
        : "defined under `"
            + kind.key()
            + "` "
            + (names.size() == 1 ? "is " : "are ")
            + Words.list(names, "and");
  }

  /** An instance that no policy schedules. */
  void neverUsed(Instance instance) {
    String noun = instance.section().reference();
    String name = instance.name().value();
    out.add(
        Diagnostic.at(
                DiagnosticKind.NEVER_USED,
                instance.name().span(),
                "no policy schedules the " + noun + " " + Words.code(name))
            .saying("defined and never active")
            .cause(cause(instance))
            .help(Help.advice("schedule it, or remove it", Template.policy(noun, name)))
            .data("name", name)
            .data("section", instance.section().key()));
  }

  private static String cause(Instance instance) {
    String never = "The trainer builds it and never calls it, without a word.";
    return instance.has(Trait.THINS)
        ? never + " What pruners zero stays in the model as zeros, and the model keeps its size."
        : never;
  }
}

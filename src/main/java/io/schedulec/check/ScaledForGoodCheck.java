package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC416: a pruner whose mask scales what stays, without a copy to go back to. */
final class ScaledForGoodCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      for (BoundPolicy policy : pruner.policies()) {
        boolean scales = pruner.instance().has(Trait.SCALES);
        if (scales && !policy.policy().flag("use_double_copies")) {
          out.accept(diagnose(schedule, pruner, policy));
        }
      }
    }
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, BoundPruner pruner, BoundPolicy policy) {
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.SCALED_FOR_GOOD,
                policy.referenceSpan(),
                "the scale that `"
                    + pruner.name()
                    + "` gives to the filters that stay is never undone")
            .saying("without `use_double_copies`")
            .cause(
                "The trainer multiplies the filters that stay by their number over that of the kept"
                    + " ones, again in every minibatch, and the weights themselves grow.")
            .data("pruner", pruner.name());
    Optional<Edit> edit = edit(schedule.source(), policy);
    if (edit.isPresent()) {
      finding.help(Help.unsafe("keep an unmasked copy of the weights", List.of(edit.get())));
    } else {
      finding.help(
          Help.advice(
              "keep an unmasked copy of the weights", "args:", "  use_double_copies: True"));
    }
    return finding.build();
  }

  /** Adds the settings behind the name, where the policy has none yet. */
  private static Optional<Edit> edit(SourceFile source, BoundPolicy policy) {
    if (policy.policy().arg("use_double_copies").isPresent()) {
      return Optional.empty();
    }
    if (!policy.policy().args().isEmpty()) {
      Span first = policy.policy().args().values().iterator().next().span();
      return addition(source, first, "use_double_copies: True", "use_double_copies: True");
    }
    return addition(
        source,
        policy.referenceSpan(),
        "args: {use_double_copies: True}",
        "args: {use_double_copies: True}");
  }

  private static Optional<Edit> addition(
      SourceFile source, Span entry, String inLine, String ofItsOwn) {
    int line = source.position(entry.start()).line();
    String lead = source.text().substring(source.lineStart(line), entry.start());
    if (lead.isBlank()) {
      String lineBreak = source.text().contains("\r\n") ? "\r\n" : "\n";
      return Optional.of(new Edit(Span.at(entry.start(), 0), ofItsOwn + lineBreak + lead));
    }
    return lead.endsWith("{")
        ? Optional.of(new Edit(Span.at(entry.start(), 0), inLine + ", "))
        : Optional.empty();
  }
}

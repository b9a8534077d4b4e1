package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC407: a share of 1, which leaves nothing of a tensor that nothing thins. */
final class WholeShareCheck implements Check {
  private static final List<String> KEYS = List.of("desired_sparsity", "final_sparsity");

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (Emptied.by(schedule, pruner).isPresent()) {
        continue;
      }
      for (String key : KEYS) {
        Optional<Spanned<Double>> share = pruner.instance().real(key);
        if (share.isPresent() && share.get().value() == 1.0) {
          out.accept(diagnose(pruner, key, share.get()));
        }
      }
    }
  }

  private static Diagnostic diagnose(BoundPruner pruner, String key, Spanned<Double> share) {
    boolean elements = pruner.prunes(Structure.ELEMENTS);
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.OUT_OF_RANGE,
                share.span(),
                "`"
                    + key
                    + "` of `"
                    + pruner.name()
                    + "` is 1, which zeroes every "
                    + (elements ? "element" : "structure"))
            .severity(Severity.WARNING)
            .saying("nothing is left of a tensor")
            .cause("The trainer zeroes the tensor without a word, and nothing passes it any more.")
            .help(Help.advice("ask for less than 1, e.g. 0.9, or take the layer off the list"))
            .data("key", key)
            .data("owner", pruner.name())
            .data("value", share.value());
    return finding.build();
  }
}

package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import java.util.List;
import java.util.function.Consumer;

/** SC317: pruning and quantization in one schedule, which the trainer cannot do. */
final class QuantizedPruningCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER) {
      return;
    }
    List<Act> pruning = schedule.course().acts(Section.PRUNERS);
    List<Act> rounding = schedule.course().acts(Section.QUANTIZERS);
    if (!pruning.isEmpty() && !rounding.isEmpty()) {
      out.accept(finding(pruning.get(0), rounding.get(0)));
    }
  }

  private static Diagnostic finding(Act pruner, Act quantizer) {
    int epoch = pruner.firings().first();
    return Diagnostic.at(
            DiagnosticKind.QUANTIZED_PRUNING,
            pruner.policy().referenceSpan(),
            "`" + pruner.name() + "` cannot prune what `" + quantizer.name() + "` has renamed")
        .saying("stops in epoch " + epoch)
        .label(quantizer.policy().referenceSpan(), "renames weights to `float_weight` at the start")
        .cause(
            "The quantizer replaces the weights when the schedule is loaded, after the masks were"
                + " made by name. The trainer stops in epoch "
                + epoch
                + ": `KeyError: 'conv1.float_weight'`, or with another parameter's name.")
        .help(Help.advice("prune first, and quantize the pruned model with a schedule of its own"))
        .data("pruner", pruner.name())
        .data("quantizer", quantizer.name())
        .build();
  }
}

package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.catalog.GroupType;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC419: {@code Rows} of convolutions, which are their input channels. */
final class ConvolutionRowsCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      Optional<GroupType> type = pruner.instance().groupType();
      Optional<Spanned<String>> word = pruner.instance().text("group_type");
      if (type.isPresent() && type.get() == GroupType.ROWS && word.isPresent()) {
        List<BoundWeight> convolutions = convolutions(pruner);
        if (!convolutions.isEmpty()) {
          out.accept(diagnose(pruner, word.get(), convolutions));
        }
      }
    }
  }

  /** None where linear layers are listed too: then their columns are what there is to say. */
  private static List<BoundWeight> convolutions(BoundPruner pruner) {
    List<BoundWeight> convolutions = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (weight.parameter().shape().rank() <= 2) {
        return List.of();
      }
      convolutions.add(weight);
    }
    return convolutions;
  }

  private static Diagnostic diagnose(
      BoundPruner pruner, Spanned<String> word, List<BoundWeight> convolutions) {
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.ROWS_ARE_CHANNELS,
                word.span(),
                "`Rows` of `"
                    + pruner.name()
                    + "` are the input channels of "
                    + Words.count(convolutions.size(), "convolution"))
            .saying("means `Channels`")
            .cause("The trainer takes `Rows` for another word for `Channels` and says nothing.")
            .help(
                Help.safe(
                    "write `Channels`, which does the same",
                    List.of(new Edit(word.span(), "Channels"))))
            .data("pruner", pruner.name())
            .data("weights", convolutions.stream().map(BoundWeight::name).toList());
    for (BoundWeight weight : convolutions.subList(0, Math.min(3, convolutions.size()))) {
      finding.label(weight.written().span(), weight.parameter().shape().dim(1) + " input channels");
    }
    return finding.build();
  }
}

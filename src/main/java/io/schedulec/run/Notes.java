package io.schedulec.run;

import io.schedulec.kernel.MaskReport;
import io.schedulec.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of a report should know beside the numbers. */
final class Notes {
  private Notes() {}

  static List<String> of(RunRequest request, Outcome outcome) {
    List<String> notes = new ArrayList<>();
    if (request.facts().graph().foldedNormalization()) {
      notes.add(
          "the model was exported with BatchNorm folded into its convolutions, so filters are"
              + " ranked by the folded weights and not by those that were trained");
    }
    if (outcome.contents().isEmpty() && outcome.thinnings().isEmpty()) {
      notes.add("no weight has changed" + until(request));
    }
    ties(outcome).ifPresent(notes::add);
    return notes;
  }

  /** The first mask that took more than was asked for, and how many others did. */
  private static Optional<String> ties(Outcome outcome) {
    List<MaskReport> more =
        outcome.masks().stream().filter(mask -> mask.differs() && mask.zeroed() > 0).toList();
    if (more.isEmpty()) {
      return Optional.empty();
    }
    MaskReport first = more.get(0);
    String others = more.size() == 1 ? "" : "; so in " + (more.size() - 1) + " more masks";
    return Optional.of(
        "epoch "
            + first.epoch()
            + ": "
            + first.zeroed()
            + " of "
            + first.of()
            + " are zero in "
            + first.tensor()
            + ", not "
            + first.asked().orElse(0)
            + ", because several rank equal"
            + others);
  }

  private static String until(RunRequest request) {
    return request.until().isPresent() ? " by epoch " + request.until().getAsInt() : "";
  }
}

package io.schedulec.run;

import io.schedulec.kernel.MaskReport;
import io.schedulec.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;

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
    for (MaskReport mask : outcome.masks()) {
      if (mask.differs() && mask.zeroed() > 0) {
        notes.add(
            "epoch "
                + mask.epoch()
                + ": "
                + mask.zeroed()
                + " of "
                + mask.of()
                + " are zero in "
                + mask.tensor()
                + ", not "
                + mask.asked().orElse(0)
                + ", because several rank equal");
      }
    }
    return notes;
  }

  private static String until(RunRequest request) {
    return request.until().isPresent() ? " by epoch " + request.until().getAsInt() : "";
  }
}

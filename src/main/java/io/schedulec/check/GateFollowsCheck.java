package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.check.chain.ChainFigures;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Verdict;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SC207: a gate loses its filters together with the listed layers. */
final class GateFollowsCheck implements ChainCheck {

  @Override
  public Optional<Diagnostic> finding(BoundSchedule schedule, Verdict verdict) {
    return verdict instanceof Verdict.GateFollows gate
        ? Optional.of(diagnose(schedule, gate))
        : Optional.empty();
  }

  private static Diagnostic diagnose(BoundSchedule schedule, Verdict.GateFollows verdict) {
    List<Listed> listed = verdict.listed();
    List<BoundPruner> pruners = ChainChecks.pruners(listed);
    List<String> followers = new ArrayList<>();
    List<String> layers = new ArrayList<>();
    for (CoupledGroup.Join join : verdict.followers()) {
      followers.add(join.writer().parameter().name());
      layers.add("`" + join.writer().parameter().layer() + "`");
    }
    String at = ChainFigures.operator(verdict.followers().get(0));
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.GATE_FOLLOWS,
                ChainChecks.span(listed.get(0)),
                Words.cut(layers, 3)
                    + (layers.size() == 1 ? " loses" : " lose")
                    + " filters together with the layers of "
                    + ChainChecks.names(pruners))
            .saying(verdict.group().size() + " filters, multiplied by a gate");
    out.figure(ChainFigures.writers(schedule, verdict.group(), ChainChecks.weights(listed)));
    out.cause(cause(verdict, at));
    if (verdict.constant()) {
      out.note(
          "the removed filters arrive as a constant, not as zero: thinning is of class"
              + " `approximate`");
    }
    ChainChecks.data(out, Structure.FILTERS, listed);
    out.data("followers", followers);
    return out.data("class", verdict.constant() ? "approximate" : "exact").build();
  }

  private static String cause(Verdict.GateFollows verdict, String at) {
    String meet = at.isEmpty() ? "They meet in a multiplication" : "They meet at " + at;
    return verdict.constant()
        ? meet
            + ". A normalisation or a bias stands before the product, so a filter of zero weights"
            + " arrives there as a constant; thinning removes it and its gate all the same."
        : meet
            + ". A product with zero is zero whatever the gate says, so thinning may remove the"
            + " gate's filters too and the model computes the same.";
  }
}

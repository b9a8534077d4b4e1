package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Firings;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC320: a pruner and the thresholds of a regularizer set the mask of one tensor. */
final class MaskAndThresholdCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Set<String> said = new HashSet<>();
    for (Act act : schedule.course().acts(Section.REGULARIZERS)) {
      if (Thresholds.zeroes(act.instance())) {
        Map<String, Span> keys = keys(schedule, act);
        for (BoundPruner pruner : schedule.pruners()) {
          for (BoundPolicy policy : pruner.policies()) {
            Firings common = policy.firings().common(act.firings());
            List<BoundWeight> shared = common.isEmpty() ? List.of() : shared(pruner, keys);
            if (!shared.isEmpty() && said.add(act.name() + " " + pruner.name())) {
              out.accept(finding(act, pruner, policy, shared, keys, common));
            }
          }
        }
      }
    }
  }

  /** The parameters of a regularizer, and where it names them. */
  private static Map<String, Span> keys(BoundSchedule schedule, Act act) {
    Map<String, Span> keys = new HashMap<>();
    for (Spanned<String> key : act.instance().parameterKeys()) {
      Optional<Parameter> parameter = schedule.facts().names().find(key.value());
      parameter.ifPresent(found -> keys.put(found.name(), key.span()));
    }
    return keys;
  }

  private static List<BoundWeight> shared(BoundPruner pruner, Map<String, Span> keys) {
    List<BoundWeight> shared = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (keys.containsKey(weight.name())) {
        shared.add(weight);
      }
    }
    return shared;
  }

  private static Diagnostic finding(
      Act act,
      BoundPruner pruner,
      BoundPolicy policy,
      List<BoundWeight> shared,
      Map<String, Span> keys,
      Firings common) {
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.MASK_AND_THRESHOLD,
                shared.get(0).written().span(),
                "`"
                    + pruner.name()
                    + "` and the thresholds of `"
                    + act.name()
                    + "` both mask "
                    + Words.count(shared.size(), "tensor"))
            .saying("masked by `" + pruner.name() + "` at the start of an epoch …");
    Span key = keys.get(shared.get(0).name());
    if (key != null) {
      out.label(key, "… and by a threshold after each minibatch");
    }
    Argument criteria = act.instance().arguments().get("threshold_criteria");
    if (criteria != null) {
      out.label(criteria.span(), "sets masks");
    }
    List<String> names = new ArrayList<>();
    shared.forEach(weight -> names.add(weight.name()));
    return out.context(policy.referenceSpan())
        .cause(
            "From epoch "
                + common.first()
                + " on the regularizer replaces the pruner's mask after each minibatch and drops its"
                + " own once it is applied, so the pruner's sparsity does not hold.")
        .help(
            Help.advice(
                "take the tensors out of one of the two, or drop `threshold_criteria`, so that the"
                    + " regularizer only adds to the loss"))
        .data("pruner", pruner.name())
        .data("regularizer", act.name())
        .data("tensors", names)
        .build();
  }
}

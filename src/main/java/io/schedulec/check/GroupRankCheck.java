package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC410: a group of a regularizer or threshold that a tensor of its rank does not have. */
final class GroupRankCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (!schedule.facts().present()) {
      return;
    }
    for (Instance instance : schedule.schedule().instances()) {
      if (instance.spec().isPresent()) {
        check(schedule, instance).ifPresent(out);
      }
    }
  }

  private record Misfit(ParameterValue value, Parameter parameter) {}

  private static Optional<Diagnostic> check(BoundSchedule schedule, Instance instance) {
    List<Misfit> misfits = new ArrayList<>();
    for (ParameterValue value : instance.parameterValues()) {
      Optional<Parameter> parameter = schedule.facts().names().find(value.name().value());
      int rank = value.group().isPresent() ? rank(value.group().get().value()) : 0;
      if (rank > 0 && parameter.isPresent() && parameter.get().shape().rank() != rank) {
        misfits.add(new Misfit(value, parameter.get()));
      }
    }
    return misfits.isEmpty() ? Optional.empty() : Optional.of(diagnose(instance, misfits));
  }

  /** The rank that a group asks for; 0 for a word that is no group. */
  private static int rank(String group) {
    return switch (group) {
      case "2D", "3D", "Filters", "Channels", "4D" -> 4;
      case "Rows", "Cols", "Rows+Cols", "Cols+Rows" -> 2;
      default -> 0;
    };
  }

  private static Diagnostic diagnose(Instance instance, List<Misfit> misfits) {
    Misfit first = misfits.get(0);
    String group = first.value().group().orElseThrow().value();
    String more = misfits.size() > 1 ? " and " + (misfits.size() - 1) + " more" : "";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.WRONG_RANK,
                first.value().group().orElseThrow().span(),
                "`"
                    + first.parameter().name()
                    + "`"
                    + more
                    + " cannot be grouped by `"
                    + group
                    + "`")
            .saying(about(first))
            .cause(
                "The trainer stops in the first minibatch: `AssertionError`, \"This regularization"
                    + " is only supported for 4D weights\" or the same of 2D weights.")
            .help(Help.advice(advice(first)))
            .data("pruner", instance.name().value())
            .data("structure", group)
            .data("weights", misfits.stream().map(m -> m.parameter().name()).toList());
    for (Misfit other : misfits.subList(1, misfits.size())) {
      finding.label(other.value().group().orElseThrow().span(), about(other));
    }
    return finding.build();
  }

  private static String about(Misfit misfit) {
    int rank = rank(misfit.value().group().orElseThrow().value());
    return misfit.parameter().shape() + ", and it takes " + rank + " dimensions";
  }

  private static String advice(Misfit misfit) {
    return switch (misfit.parameter().shape().rank()) {
      case 2 -> "a linear layer is grouped by `Rows` or `Cols`";
      case 4 -> "a convolution is grouped by `3D`, `Channels`, `2D` or `4D`";
      default -> "a bias or normalisation parameter has no groups; take it off the map";
    };
  }
}

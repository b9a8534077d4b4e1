package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.WeightList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** SC410: a tensor that has no structures of the pruner's group type. */
final class WrongRankCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (!pruner.unfit().isEmpty()) {
        out.accept(diagnose(pruner, pruner.structure().orElseThrow(), pruner.unfit()));
      }
      List<BoundWeight> unranked = unranked(schedule, pruner);
      if (!unranked.isEmpty()) {
        out.accept(unranked(pruner, unranked));
      }
    }
  }

  /** Convolutions in one or three dimensions, whose structures the original trainer cannot rank. */
  private static List<BoundWeight> unranked(BoundSchedule schedule, BoundPruner pruner) {
    List<BoundWeight> unranked = new ArrayList<>();
    boolean ranks = pruner.structure().filter(Structure::wholeChannels).isPresent();
    if (ranks && schedule.target() == Target.DISTILLER && schedule.facts().present()) {
      for (BoundWeight weight : pruner.weights()) {
        int rank = weight.parameter().shape().rank();
        if (rank == 3 || rank > 4) {
          unranked.add(weight);
        }
      }
    }
    return unranked;
  }

  private static Diagnostic unranked(BoundPruner pruner, List<BoundWeight> weights) {
    BoundWeight first = weights.get(0);
    String more = weights.size() > 1 ? " and " + (weights.size() - 1) + " more" : "";
    Structure structure = pruner.structure().orElseThrow();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.WRONG_RANK,
                first.written().span(),
                "the trainer cannot rank the "
                    + structure.plural()
                    + " of `"
                    + first.name()
                    + "`"
                    + more)
            .saying(first.parameter().shape() + ", not of four dimensions")
            .cause(
                "The original trainer stops at the first active epoch with AssertionError: This"
                    + " ranking is only supported for 4D tensors. A plan can do it.")
            .help(Help.advice("compile the schedule with --target plan, or prune its elements"))
            .data("pruner", pruner.name())
            .data("structure", structure.plural())
            .data("weights", weights.stream().map(BoundWeight::name).toList());
    for (BoundWeight other : weights.subList(1, weights.size())) {
      out.label(other.written().span(), other.parameter().shape().toString());
    }
    return out.build();
  }

  private static Diagnostic diagnose(
      BoundPruner pruner, Structure structure, List<BoundWeight> wrong) {
    BoundWeight first = wrong.get(0);
    String more = wrong.size() > 1 ? " and " + (wrong.size() - 1) + " more" : "";
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.WRONG_RANK,
                first.written().span(),
                "`"
                    + first.parameter().name()
                    + "`"
                    + more
                    + " cannot be pruned by "
                    + structure.plural())
            .saying(about(first.parameter(), structure));
    for (BoundWeight other : wrong.subList(1, wrong.size())) {
      out.label(other.written().span(), about(other.parameter(), structure));
    }
    Argument type = pruner.instance().arguments().get("group_type");
    if (type != null) {
      out.label(type.span(), needs(structure));
    }
    out.cause(
        "The original trainer stops at the first active epoch with AssertionError: This pruning is"
            + " only supported for 3D and 4D weights.");
    if (pruner.instance().weights().filter(WeightList::selected).isPresent()) {
      out.help(
          Help.advice("let selectors match convolutions only, as `within(layer1) & op(Conv)`"));
    }
    boolean linear = first.parameter().shape().rank() == 2 && structure == Structure.FILTERS;
    out.help(
        linear
            ? Help.advice(
                "a linear layer is pruned by elements (AutomatedGradualPruner) or by its inputs"
                    + " (Rows)")
            : Help.advice("list the weights of convolutions, e.g. layer1.0.conv1.weight"));
    List<String> names = new ArrayList<>();
    wrong.forEach(w -> names.add(w.name()));
    return out.data("pruner", pruner.name())
        .data("structure", structure.plural())
        .data("weights", names)
        .build();
  }

  private static String about(Parameter parameter, Structure structure) {
    String shape = parameter.shape().toString();
    int rank = parameter.shape().rank();
    if (rank < 2) {
      return shape + ", a bias or normalisation parameter";
    }
    if (rank == 2) {
      return shape + ", the weight of a linear layer";
    }
    return structure == Structure.CHANNELS
        ? shape + ", a depthwise layer: its inputs are its filters"
        : shape;
  }

  private static String needs(Structure structure) {
    return switch (structure) {
      case FILTERS, BLOCKS -> "needs the weight of a convolution";
      case CHANNELS -> "needs a layer that mixes its input channels";
      case ELEMENTS -> "";
    };
  }
}

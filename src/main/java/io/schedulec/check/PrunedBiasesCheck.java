package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Spelling;
import io.schedulec.bind.Structure;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.ParameterValue;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC412: biases or BatchNorm parameters that a pruner of elements zeroes. */
final class PrunedBiasesCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (!schedule.facts().present()) {
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.prunes(Structure.ELEMENTS)) {
        listed(schedule, pruner).ifPresent(out);
        star(pruner).ifPresent(star -> byStar(schedule, pruner, star, out));
      }
    }
  }

  private static boolean isWeight(Parameter parameter) {
    return parameter.shape().rank() > 1;
  }

  /** The running statistics of a BatchNorm are no parameters for the trainer. */
  private static boolean isTrained(Parameter parameter) {
    return !parameter.name().contains(".running_") && !parameter.name().contains("num_batches");
  }

  private static Optional<ParameterValue> star(BoundPruner pruner) {
    for (ParameterValue value : pruner.instance().parameterValues()) {
      boolean acts = value.number().isPresent() && value.number().get().value() > 0;
      if (value.name().value().equals("*") && acts) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static Set<String> named(BoundSchedule schedule, BoundPruner pruner) {
    Set<String> named = new HashSet<>();
    for (ParameterValue value : pruner.instance().parameterValues()) {
      schedule.facts().names().find(value.name().value()).ifPresent(p -> named.add(p.name()));
    }
    return named;
  }

  private static void byStar(
      BoundSchedule schedule, BoundPruner pruner, ParameterValue star, Consumer<Diagnostic> out) {
    Set<String> named = named(schedule, pruner);
    List<String> others = new ArrayList<>();
    List<String> weights = new ArrayList<>();
    for (Parameter parameter : schedule.facts().graph().parameters()) {
      if (isTrained(parameter) && !named.contains(parameter.name())) {
        (isWeight(parameter) ? weights : others).add(parameter.name());
      }
    }
    if (others.isEmpty()) {
      return;
    }
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.PRUNES_BIASES,
                star.name().span(),
                "`'*'` of `"
                    + pruner.name()
                    + "` also prunes "
                    + (others.size() == 1
                        ? "1 bias or BatchNorm parameter"
                        : others.size() + " biases and BatchNorm parameters"))
            .saying("every parameter that is not named here")
            .cause(
                "The trainer applies it to every parameter of the model: beside "
                    + Words.count(weights.size(), "weight")
                    + " these are "
                    + Words.cut(others, 4)
                    + ".")
            .data("pruner", pruner.name())
            .data("weights", others);
    help(schedule, pruner, star, weights).ifPresent(finding::help);
    out.accept(finding.build());
  }

  /** Names every weight in the place of the star. */
  private static Optional<Help> help(
      BoundSchedule schedule, BoundPruner pruner, ParameterValue star, List<String> weights) {
    String value = schedule.source().text(star.number().orElseThrow().span());
    Span entry = star.span();
    int line = schedule.source().position(entry.start()).line();
    String lead =
        schedule.source().text().substring(schedule.source().lineStart(line), entry.start());
    boolean block = lead.isBlank();
    String separator = block ? lineBreak(schedule) + lead : ", ";
    List<String> entries = new ArrayList<>();
    for (String weight : weights) {
      entries.add(spelled(pruner, weight) + ": " + value);
    }
    if (pruner.instance().argument("thresholds").isPresent()) {
      entries.add("'*': 0.0");
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Help.unsafe(
                "name the weights instead",
                List.of(new Edit(entry, String.join(separator, entries)))));
  }

  private static String lineBreak(BoundSchedule schedule) {
    return schedule.source().text().contains("\r\n") ? "\r\n" : "\n";
  }

  private static String spelled(BoundPruner pruner, String parameter) {
    if (pruner.weights().isEmpty()) {
      return parameter;
    }
    BoundWeight first = pruner.weights().get(0);
    return new Spelling(first.written().value(), first.name()).of(parameter);
  }

  private static Optional<Diagnostic> listed(BoundSchedule schedule, BoundPruner pruner) {
    List<BoundWeight> wrong = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (!isWeight(weight.parameter()) && acts(pruner, weight)) {
        wrong.add(weight);
      }
    }
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    BoundWeight first = wrong.get(0);
    String more = wrong.size() > 1 ? " and " + (wrong.size() - 1) + " more" : "";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.PRUNES_BIASES,
                first.written().span(),
                "`" + first.name() + "`" + more + " of `" + pruner.name() + "` is no weight")
            .saying(what(first))
            .cause(
                "The trainer zeroes its smallest elements like those of a weight. There are few of"
                    + " them, and each shifts or scales a whole channel.")
            .data("pruner", pruner.name())
            .data("weights", wrong.stream().map(BoundWeight::name).toList());
    for (BoundWeight other : wrong.subList(1, wrong.size())) {
      finding.label(other.written().span(), what(other));
    }
    removal(schedule, pruner, wrong).ifPresent(finding::help);
    return Optional.of(finding.build());
  }

  private static String what(BoundWeight weight) {
    return weight.parameter().shape() + ", a bias or BatchNorm parameter";
  }

  /** A level of 0 leaves a parameter alone. */
  private static boolean acts(BoundPruner pruner, BoundWeight weight) {
    for (ParameterValue value : pruner.instance().parameterValues()) {
      if (value.name().equals(weight.written())) {
        return value.number().isEmpty() || value.number().get().value() > 0;
      }
    }
    return true;
  }

  private static Optional<Help> removal(
      BoundSchedule schedule, BoundPruner pruner, List<BoundWeight> wrong) {
    Optional<WeightList> list = pruner.instance().weights();
    if (list.isEmpty()) {
      return Optional.empty();
    }
    ListEdits edits = new ListEdits(schedule.source(), list.get());
    Set<WeightList.Item> gone = new HashSet<>();
    for (WeightList.Item item : list.get().items()) {
      for (BoundWeight weight : wrong) {
        if (item.name().equals(weight.written())) {
          gone.add(item);
        }
      }
    }
    return edits.possible() && gone.size() < list.get().items().size()
        ? Optional.of(Help.unsafe("prune weights alone", edits.remove(gone)))
        : Optional.empty();
  }
}

package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.graph.Shape;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC210: {@code Rows} of a linear layer, which are the columns of its weight. */
final class LinearRowsCheck implements Check {

  /** Where channels are thinned, the checks of chains say what becomes of the columns. */
  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (ThinningStep thinning : schedule.course().firstThinnings()) {
      if (thinning.channels()) {
        return;
      }
    }
    for (BoundPruner pruner : schedule.pruners()) {
      Optional<Spanned<String>> type = pruner.instance().text("group_type");
      boolean rows = type.isPresent() && type.get().value().equals("Rows");
      List<BoundWeight> linear = rows ? linear(pruner) : List.of();
      if (pruner.prunes(Structure.CHANNELS) && !linear.isEmpty()) {
        out.accept(diagnose(pruner, type.get(), linear));
      }
    }
  }

  private static List<BoundWeight> linear(BoundPruner pruner) {
    List<BoundWeight> linear = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      if (weight.parameter().shape().rank() == 2) {
        linear.add(weight);
      }
    }
    return linear;
  }

  private static Diagnostic diagnose(
      BoundPruner pruner, Spanned<String> type, List<BoundWeight> linear) {
    BoundWeight first = linear.get(0);
    Shape shape = first.parameter().shape();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.ROWS_ARE_COLUMNS,
                type.span(),
                "`Rows` of `" + first.parameter().layer() + "` are its inputs, not its outputs")
            .saying("removes some of " + Words.count((int) shape.dim(1), "column"));
    String outputs = "its " + Words.count((int) shape.dim(0), "output") + " all stay";
    out.label(first.written().span(), outputs);
    return out.cause(
            "The trainer takes the word for the rows of the transposed matrix: it ranks what is read"
                + " from one input. In a group lasso `Rows` are the rows as stored, the outputs.")
        .data("pruner", pruner.name())
        .data("weights", linear.stream().map(BoundWeight::name).toList())
        .build();
  }
}

package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Structure;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.Shape;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** SC414: blocks that do not divide a tensor, or that are not the blocks they look like. */
final class BlockShapeCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      List<Spanned<Integer>> shape = pruner.instance().blockShape();
      boolean flat = shape.size() == 4 && shape.get(2).value() == 1 && shape.get(3).value() == 1;
      if (pruner.prunes(Structure.BLOCKS) && flat) {
        divides(pruner, shape, out);
        likeOneFilter(pruner, shape, out);
      }
    }
  }

  /** How many filters, or pairs of a filter and a channel, are grouped into blocks. */
  private static long grouped(Shape tensor, int depth) {
    return depth > 1 ? tensor.product(0, 2) : tensor.dim(0);
  }

  private static void divides(
      BoundPruner pruner, List<Spanned<Integer>> shape, Consumer<Diagnostic> out) {
    int depth = shape.get(1).value();
    long size = (long) shape.get(0).value() * depth;
    List<BoundWeight> wrong = new ArrayList<>();
    for (BoundWeight weight : pruner.weights()) {
      Shape tensor = weight.parameter().shape();
      boolean known = tensor.rank() == 4 && tensor.fullyKnown();
      if (known && grouped(tensor, depth) % size != 0) {
        wrong.add(weight);
      }
    }
    if (!wrong.isEmpty()) {
      out.accept(undivided(pruner, shape, wrong, size));
    }
  }

  private static Diagnostic undivided(
      BoundPruner pruner, List<Spanned<Integer>> shape, List<BoundWeight> wrong, long size) {
    int depth = shape.get(1).value();
    String what = depth > 1 ? " filter-channel pairs" : " filters";
    BoundWeight first = wrong.get(0);
    String more = wrong.size() > 1 ? " and " + (wrong.size() - 1) + " more" : "";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.BLOCK_SHAPE,
                shape.get(0).span().to(shape.get(3).span()),
                "blocks of " + size + " do not divide `" + first.name() + "`" + more)
            .saying("blocks of " + size + what)
            .cause(
                "The original trainer stops at the first firing: `ValueError` where the blocks do"
                    + " not divide the tensor, `RuntimeError: shape ... is invalid for input of"
                    + " size ...` where they would cut through its kernel.")
            .help(
                Help.advice(
                    "use a depth that divides the number of input channels, e.g. `[1, 8, 1, 1]`, or"
                        + " take the layer off the list"))
            .data("pruner", pruner.name())
            .data("size", size)
            .data("weights", wrong.stream().map(BoundWeight::name).toList());
    for (BoundWeight weight : wrong) {
      finding.label(weight.written().span(), grouped(weight.parameter().shape(), depth) + what);
    }
    return finding.build();
  }

  private static void likeOneFilter(
      BoundPruner pruner, List<Spanned<Integer>> shape, Consumer<Diagnostic> out) {
    int repetitions = shape.get(0).value();
    int depth = shape.get(1).value();
    if (repetitions == 1 || depth == 1) {
      return;
    }
    long size = (long) repetitions * depth;
    out.accept(
        Diagnostic.at(
                DiagnosticKind.BLOCK_SHAPE,
                shape.get(0).span().to(shape.get(1).span()),
                "blocks of "
                    + repetitions
                    + " filters and "
                    + depth
                    + " channels are runs of "
                    + size
                    + " channels")
            .severity(Severity.WARNING)
            .saying("not a rectangle")
            .cause(
                "The trainer takes "
                    + size
                    + " pairs of a filter and a channel in the order in which they are stored, so"
                    + " the mask is that of `[1, "
                    + size
                    + ", 1, 1]`.")
            .help(
                Help.safe(
                    "write what happens",
                    List.of(
                        new Edit(shape.get(0).span(), "1"),
                        new Edit(shape.get(1).span(), Long.toString(size)))))
            .data("pruner", pruner.name())
            .data("size", size)
            .data("weights", pruner.weights().stream().map(BoundWeight::name).toList())
            .build());
  }
}

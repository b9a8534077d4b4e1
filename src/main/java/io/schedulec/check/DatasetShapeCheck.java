package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.bind.ThinningStep;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC214: a thinner that traces the model with images of another size than it takes. */
final class DatasetShapeCheck implements Check {
  /** Channels and side of the image that each word stands for. */
  private static final Map<String, List<Integer>> IMAGES =
      Map.of("imagenet", List.of(3, 224), "cifar10", List.of(3, 32), "mnist", List.of(1, 28));

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Optional<Shape> shape = shape(schedule);
    if (schedule.target() != Target.DISTILLER || shape.isEmpty()) {
      return;
    }
    Set<String> said = new HashSet<>();
    for (ThinningStep thinning : schedule.course().firstThinnings()) {
      Optional<Spanned<String>> dataset = thinning.instance().text("dataset");
      List<Integer> image =
          dataset.map(d -> IMAGES.getOrDefault(d.value(), List.of())).orElse(List.of());
      boolean other = !image.isEmpty() && !fits(shape.get(), image);
      if (other
          && wrong(schedule, shape.get(), image)
          && said.add(thinning.instance().name().value())) {
        out.accept(diagnose(schedule, thinning.instance(), shape.get(), image));
      }
    }
  }

  /** The shape of the one image that the model takes, where it is known. */
  private static Optional<Shape> shape(BoundSchedule schedule) {
    List<Value> inputs = schedule.facts().graph().inputs();
    return inputs.size() == 1
        ? inputs.get(0).shape().filter(s -> s.rank() == 4).filter(DatasetShapeCheck::known)
        : Optional.empty();
  }

  private static boolean known(Shape shape) {
    return shape.dim(1) > 0 && shape.dim(2) > 0 && shape.dim(3) > 0;
  }

  private static boolean fits(Shape shape, List<Integer> image) {
    return shape.dim(1) == image.get(0)
        && shape.dim(2) == image.get(1)
        && shape.dim(3) == image.get(1);
  }

  private static Diagnostic diagnose(
      BoundSchedule schedule, Instance thinner, Shape shape, List<Integer> image) {
    Argument dataset = thinner.argument("dataset").orElseThrow();
    String traced = image.get(0) + "x" + image.get(1) + "x" + image.get(1);
    String taken = shape.dim(1) + "x" + shape.dim(2) + "x" + shape.dim(3);
    boolean stops = stops(schedule, shape, image);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.DATASET_SHAPE,
                dataset.span(),
                "`"
                    + thinner.name().value()
                    + "` traces the model with "
                    + traced
                    + " images, but it takes "
                    + taken)
            .severity(stops ? Severity.ERROR : Severity.WARNING)
            .saying("stands for images of " + traced);
    out.cause(
        stops
            ? "The trainer runs one such image through the model before it thins it, and stops with"
                + " a size mismatch."
            : "The trainer runs one such image through the model before it thins it; a layer that"
                + " depends on the size of maps would stop it.");
    for (Map.Entry<String, List<Integer>> other : IMAGES.entrySet()) {
      if (fits(shape, other.getValue())) {
        List<Edit> edits = List.of(new Edit(dataset.value().span(), other.getKey()));
        out.help(Help.unsafe("name the data set with such images", edits));
      }
    }
    return out.data("extension", thinner.name().value())
        .data("images", traced)
        .data("input", taken)
        .build();
  }

  /** Whether the trainer stops, or another word says the size that the model takes. */
  private static boolean wrong(BoundSchedule schedule, Shape shape, List<Integer> image) {
    for (List<Integer> other : IMAGES.values()) {
      if (fits(shape, other)) {
        return true;
      }
    }
    return stops(schedule, shape, image);
  }

  private static boolean stops(BoundSchedule schedule, Shape shape, List<Integer> image) {
    return shape.dim(1) != image.get(0) || countsPositions(schedule);
  }

  /** Whether some linear layer has a column for each position of a map. */
  private static boolean countsPositions(BoundSchedule schedule) {
    for (CoupledGroup group : schedule.facts().spaces().groups()) {
      for (Member reader : group.readers()) {
        boolean linear = reader.parameter().shape().rank() == 2 && group.size() > 0;
        if (linear && reader.indices().of(0).size() > 1) {
          return true;
        }
      }
    }
    return false;
  }
}

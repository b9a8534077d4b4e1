package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.Shape;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the authors of published schedules got from them. */
final class PublishedNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "pruning_filters_for_efficient_convnets__resnet56_cifar_filter_rank, resnet56_cifar,"
        + " 634640, 78856832, 634640",
    "pruning_filters_for_efficient_convnets__resnet56_cifar_channel_rank, resnet56_cifar,"
        + " 566887, 66592384, 566887",
    "agp-pruning__resnet20_filters.schedule_agp_2, resnet20_cifar, 246704, 30638720, 143488",
    "agp-pruning__resnet50.schedule_agp.filters, resnet50, 12335296, 1822031872, 12335296",
    "agp-pruning__resnet50.schedule_agp.filters_with_FC, resnet50,"
        + " 12335296, 1822031872, 10901696",
  })
  void thinned(String schedule, String model, long params, long macs, long nonzero)
      throws IOException {
    List<Point> points = statistics(schedule, model).points();

    assertThat(points).hasSize(2);
    Point end = points.get(1);
    assertThat(end.params()).hasValue(params);
    assertThat(end.macs()).hasValue(macs);
    assertThat(end.nonzero()).hasValue(nonzero);
    assertThat(points.get(0).params()).isEqualTo(end.params());
  }

  @ParameterizedTest
  @CsvSource({
    "resnet56_cifar, 851504, 125747840",
    "resnet20_cifar, 270896, 40813184",
    "resnet50, 25502912, 4089184256",
  })
  void before(String model, long params, long macs) {
    Path file = Shared.file("models/graphs/" + model + ".onnx");
    Point start =
        Compiled.statistics(
                Compiled.text("s.yaml", "policies: []\n", file, LoweringOptions.DEFAULT))
            .start();

    assertThat(start.params()).hasValue(params);
    assertThat(start.macs()).hasValue(macs);
    assertThat(start.nonzero()).hasValue(params);
  }

  /** Every row of the tables that stand in the schedules' own comments. */
  @ParameterizedTest
  @CsvSource({
    "agp-pruning__alexnet.schedule_agp, alexnet, 8",
    "agp-pruning__mobilenet.imagenet.schedule_agp, distiller_mobilenet, 28",
    "agp-pruning__resnet18.schedule_agp, resnet18, 21",
    "agp-pruning__resnet20_filters.schedule_agp_2, resnet20_cifar, 22",
    "agp-pruning__resnet50.schedule_agp, resnet50, 54",
    "agp-pruning__resnet50_84.6-sparsity.schedule_agp, resnet50, 54",
    "agp-pruning__resnet50_pruning_for_accuracy.schedule_agp, resnet50, 54",
    "agp-pruning__resnet50.schedule_agp.filters, resnet50, 54",
    "agp-pruning__resnet50.schedule_agp.filters_with_FC, resnet50, 54",
    "pruning_filters_for_efficient_convnets__resnet56_cifar_filter_rank, resnet56_cifar, 58",
    "pruning_filters_for_efficient_convnets__resnet56_cifar_channel_rank, resnet56_cifar, 58",
  })
  void eachTensor(String schedule, String model, int rows) throws IOException {
    Path table = Shared.file("golden/tables/" + schedule + ".tsv");
    List<Point> points = statistics(schedule, model).points();
    Map<String, TensorCount> tensors =
        points.get(points.size() - 1).tensors().stream()
            .collect(Collectors.toMap(TensorCount::name, t -> t));

    int seen = 0;
    for (String line : Files.readAllLines(table)) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        String name = cells[0].replace("module.", "");
        assertThat(tensors).containsKey(name);
        TensorCount tensor = Objects.requireNonNull(tensors.get(name));
        assertThat(tensor.shape()).as(line).hasToString(cells[1]);
        assertThat(nonzero(tensor)).as(line).isEqualTo(Long.parseLong(cells[3]));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(rows);
  }

  private static long nonzero(TensorCount tensor) {
    Shape shape = tensor.shape();
    return shape.elements() - tensor.zeros().orElseThrow();
  }

  private static Statistics statistics(String schedule, String model) throws IOException {
    Path file = Shared.file("schedules/distiller/" + schedule + ".yaml");
    Path graph = Shared.file("models/graphs/" + model + ".onnx");
    return Compiled.statistics(
        Compiled.text(schedule, Files.readString(file), graph, LoweringOptions.DEFAULT));
  }
}

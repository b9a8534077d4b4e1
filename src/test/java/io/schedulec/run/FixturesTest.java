package io.schedulec.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.Parameter;
import io.schedulec.plan.Block;
import io.schedulec.plan.Plan;
import io.schedulec.plan.Step;
import io.schedulec.testing.Python;
import io.schedulec.testing.Shared;
import io.schedulec.verify.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules of filters and of channels, on the networks of both exports. */
class FixturesTest {
  private static final Path SCHEDULES = Path.of("test-schedules", "run");
  private static final Path BUNDLED = Path.of("test-schedules", "models");
  private static final Path RANKINGS = Path.of("src/test/resources/io/schedulec/run/ranking");

  @TempDir private Path folder = Path.of("");

  /** A schedule and an export of the network that it is for. */
  record Case(String schedule, String network, String flavour) {
    static Stream<Case> of(Path file) {
      String name = file.getFileName().toString().replace(".yaml", "");
      String network = name.replaceAll("\\.(filters|channels)$", "");
      return Stream.of(new Case(name, network, ""), new Case(name, network, ".fused"));
    }

    Path file() {
      return SCHEDULES.resolve(schedule + ".yaml");
    }

    Path model() {
      return model(flavour);
    }

    /** The export of these names: bundled, or from the collection of models. */
    Path model(String kind) {
      Path bundled = BUNDLED.resolve(network + kind + ".onnx");
      return Files.exists(bundled)
          ? bundled
          : Shared.file("models/fixtures/" + network + kind + ".onnx");
    }

    @Override
    public String toString() {
      return schedule + flavour;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (Stream<Path> files = Files.list(SCHEDULES)) {
      List<Path> sorted = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      return sorted.stream().flatMap(Case::of);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void computesWhatItDidWithZeroInTheChannelsPlace(Case one) {
    Path output = folder.resolve("thin.onnx");
    RunReport report = Runs.run(one.file(), one.model(), output, true);
    assertThat(report.points()).isNotEmpty();
    for (Point point : report.points()) {
      assertThat(point.difference().orElseThrow()).isLessThanOrEqualTo(1e-5);
    }
    // The comparison can tell: the model that was not pruned computes something else.
    assertThat(Comparison.difference(output, one.model(), 0)).isGreaterThan(1e-4);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheShapesOfThePlan(Case one) {
    Path output = folder.resolve("thin.onnx");
    RunRequest request = Runs.request(one.file(), one.model(), output, false);
    RunReport report = Runs.run(one.file(), one.model(), output, false);
    Map<String, Integer> kept = new HashMap<>();
    for (Point point : report.points()) {
      point.groups().forEach(group -> kept.put(group.name(), group.after()));
    }
    int checked = 0;
    for (Step.Thin thin : thinnings(request.plan().plan())) {
      int sum = thin.groups().stream().mapToInt(name -> kept.getOrDefault(name, 0)).sum();
      assertThat(sum).as(thin.groups().toString()).isEqualTo(thin.after().orElseThrow());
      checked++;
    }
    assertThat(checked).isPositive();
    assertShapes(report, new Models().load(output));
  }

  private static List<Step.Thin> thinnings(Plan plan) {
    List<Step.Thin> thinnings = new ArrayList<>();
    for (Block block : plan.blocks()) {
      for (Step step : block.steps()) {
        if (step instanceof Step.Thin thin) {
          thinnings.add(thin);
        }
      }
    }
    return thinnings;
  }

  /** The file has the shapes that the report gives. */
  private static void assertShapes(RunReport report, ModelFacts written) {
    Map<String, List<Long>> shapes = new HashMap<>();
    for (Parameter parameter : written.graph().parameters()) {
      List<Long> sizes = new ArrayList<>();
      for (long size : parameter.shape().toArray()) {
        sizes.add(size);
      }
      shapes.put(parameter.name(), sizes);
    }
    for (Point point : report.points()) {
      assertThat(point.shapes()).isNotEmpty();
      for (ShapeChange change : point.shapes()) {
        assertThat(shapes).containsEntry(change.tensor(), change.after());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void removesWhatNumPyRanksLowest(Case one) throws IOException {
    String golden = Files.readString(RANKINGS.resolve(one + ".json"));
    assertRanking(one, JsonParser.parseString(golden).getAsJsonObject());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void removesWhatNumPyRanksLowestNow(Case one) {
    String[] models = {one.model().toString(), one.model("").toString()};
    String ranked =
        Python.run("src/test/python/ranking.py", one.file().toString(), models[0], models[1]);
    assertRanking(one, JsonParser.parseString(ranked).getAsJsonObject());
  }

  private void assertRanking(Case one, JsonObject ranking) {
    RunReport report = Runs.run(one.file(), one.model(), folder.resolve("thin.onnx"), false);
    Map<String, List<Integer>> removed = new HashMap<>();
    for (Point point : report.points()) {
      point.removed().forEach(r -> removed.put(r.tensor() + "@" + r.axis(), r.indices()));
    }
    assertThat(ranking.keySet()).isNotEmpty();
    for (String tensor : ranking.keySet()) {
      JsonObject expected = ranking.getAsJsonObject(tensor);
      List<Integer> indices =
          expected.getAsJsonArray("indices").asList().stream().map(i -> i.getAsInt()).toList();
      assertThat(removed).containsEntry(tensor + "@" + expected.get("axis"), indices);
    }
  }
}

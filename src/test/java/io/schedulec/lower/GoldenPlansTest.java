package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.bind.Target;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans as users get to see them. */
final class GoldenPlansTest {
  private static final Path PLANS = Path.of("test-schedules", "plans");
  private static final Path OK = Path.of("test-schedules", "ok");

  static Stream<Path> bundled() {
    return schedules(PLANS);
  }

  static Stream<Path> ok() {
    return schedules(OK);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aSchedule(Path file) {
    Golden.check(file.resolveSibling(name(file) + ".plan"), plan(file, Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("ok")
  void aScheduleWithoutFindings(Path file) {
    Compilation compilation = compile(file, Optional.empty());
    if (compilation.result().isPresent()) {
      Golden.check(
          PLANS.resolve("ok").resolve(name(file) + ".plan"), compilation.result().get().text());
    } else if (compilation.analysis().found().isEmpty()) {
      assertThat(Checked.codes(compilation.diagnostics())).isNotEmpty().containsOnly("SC503");
    } else {
      // An error that a comment allows is not shown, and there is no plan for it all the same.
      assertThat(compilation.diagnostics()).isEqualTo(compilation.analysis().found());
    }
  }

  @ParameterizedTest
  @CsvSource({"vgg-features, vgg16_cifar_quarter", "vgg-features, vgg16_cifar_quarter.fused"})
  void aScheduleForAModelThatIsNotBundled(String schedule, String model) {
    Path file = PLANS.resolve("shared").resolve(schedule + ".yaml");
    Path graph = Shared.file("models/fixtures/" + model + ".onnx");

    Golden.check(file.resolveSibling(model + ".plan"), plan(file, Optional.of(graph)));
  }

  private static String plan(Path file, Optional<Path> model) {
    Compilation compilation = compile(file, model);
    // A star is what two of them are there for.
    assertThat(Checked.codes(compilation.diagnostics())).isSubsetOf("SC412");
    return compilation.result().orElseThrow().text();
  }

  private static Compilation compile(Path file, Optional<Path> model) {
    String path = file.toString().replace('\\', '/');
    Analysis analysis = Checked.analysis(path, read(file), model, Target.PLAN, OptionalInt.empty());
    return Compilation.of(analysis, LoweringOptions.DEFAULT);
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> schedules(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found =
          files
              .filter(f -> f.toString().endsWith(".yaml") && !f.toString().contains("shared"))
              .sorted()
              .toList();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

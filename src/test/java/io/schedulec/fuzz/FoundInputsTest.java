package io.schedulec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzers start from, and what they have found: each is answered in words. */
final class FoundInputsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "fuzz");

  /** What gets any bytes. */
  private record Target(String name, Consumer<byte[]> run) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("schedule", ScheduleTarget::fuzzerTestOneInput),
          new Target("selector", SelectorTarget::fuzzerTestOneInput),
          new Target("configuration", ConfigurationTarget::fuzzerTestOneInput),
          new Target("onnx", OnnxTarget::fuzzerTestOneInput),
          new Target("plan", PlanTarget::fuzzerTestOneInput));

  @BeforeAll
  static void inputsAreHere() {
    assertThat(FOLDER).isDirectory();
  }

  @TestFactory
  Stream<DynamicTest> isAnsweredInWords() throws IOException {
    List<DynamicTest> tests = new java.util.ArrayList<>();
    for (Target target : TARGETS) {
      for (Path file : files(FOLDER.resolve(target.name()))) {
        byte[] bytes = Files.readAllBytes(file);
        tests.add(
            DynamicTest.dynamicTest(
                target.name() + " " + file.getFileName(),
                () -> assertThatCode(() -> target.run().accept(bytes)).doesNotThrowAnyException()));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }
}

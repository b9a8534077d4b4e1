package io.schedulec.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a fuzzer on one target, from what the project has of its kind. What it finds is written to
 * {@code target/fuzz}; from there it goes to {@code src/test/resources/fuzz}, where it is a test.
 */
public final class Fuzzing {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "fuzz");

  /** The class of a target, and folders of inputs to start from. */
  private record Start(Class<?> target, List<String> seeds) {}

  private static final Map<String, Start> TARGETS =
      Map.of(
          "schedule",
          new Start(ScheduleTarget.class, List.of("err", "ok", "mockups", "run")),
          "selector",
          new Start(SelectorTarget.class, List.of()),
          "configuration",
          new Start(ConfigurationTarget.class, List.of()),
          "onnx",
          new Start(OnnxTarget.class, List.of("models")),
          "plan",
          new Start(PlanTarget.class, List.of("plans")));

  private Fuzzing() {}

  /**
   * Runs it.
   *
   * @param arguments the target, and for how many seconds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Start start = TARGETS.get(arguments[0]);
    if (start == null) {
      throw new IllegalArgumentException("the targets are " + TARGETS.keySet());
    }
    Path out = Files.createDirectories(Path.of("target", "fuzz", arguments[0]));
    Path corpus = Files.createDirectories(out.resolve("corpus"));
    List<String> command = new ArrayList<>(java(start.target(), out));
    command.add("-max_total_time=" + arguments[1]);
    command.addAll(libFuzzer(out));
    command.add(corpus.toString());
    seeds(arguments[0], start).forEach(folder -> command.add(folder.toString()));
    System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static List<String> java(Class<?> target, Path out) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Xss8m",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.getName(),
        "--instrumentation_includes=io.schedulec.**:org.yaml.**:org.antlr.**",
        // A path or a pattern of the schedule's own is no attack.
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection"
            + ":com.code_intelligence.jazzer.sanitizers.FilePathTraversal",
        "--keep_going=20",
        "--reproducer_path=" + out);
  }

  private static List<String> libFuzzer(Path out) {
    return List.of(
        "-dict=" + RESOURCES.resolve("schedule.dict"),
        // Two seconds are slow; an input that loads a class of the program waits for the fuzzer
        // too.
        "-report_slow_units=2",
        "-timeout=10",
        "-max_len=65536",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        "-artifact_prefix=" + out + "/");
  }

  private static List<Path> seeds(String name, Start start) {
    List<Path> seeds = new ArrayList<>();
    seeds.add(RESOURCES.resolve(name));
    start.seeds().forEach(folder -> seeds.add(Path.of("test-schedules", folder)));
    return seeds.stream().filter(Files::isDirectory).toList();
  }
}

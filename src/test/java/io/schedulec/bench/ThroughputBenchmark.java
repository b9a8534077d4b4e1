package io.schedulec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Many schedules in one run of {@code check} against as many runs, of which a sample is taken.
 *
 * <p>The property {@code model} names ResNet-50, {@code program} the launcher, {@code heap} the
 * most memory that the one run may have.
 */
public final class ThroughputBenchmark {
  private static final int SCHEDULES = Integer.getInteger("schedules", 2000);
  private static final int SAMPLE = 20;
  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  private final List<String> program;
  private final Path folder;

  private ThroughputBenchmark(List<String> program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Measures and prints ratios. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String program = System.getProperty("program", "target/schedulec/bin/schedulec");
    Path model = Path.of(System.getProperty("model")).toAbsolutePath();
    Path folder = Files.createTempDirectory("schedules");
    new ManySchedules().write(folder, SCHEDULES, model);
    new ThroughputBenchmark(List.of(program.split(" ", -1)), folder).run();
  }

  private void run() throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double all = seconds(folder);
      double single = 0;
      for (int i = 0; i < SAMPLE; i++) {
        single += seconds(files.get((round * SAMPLE + i) * 37 % files.size()));
      }
      ratios.add(single / SAMPLE * files.size() / all);
      System.out.printf(
          "one run %.2f s, single runs %.3f s each, ratio %.1f%n",
          all, single / SAMPLE, ratios.get(round));
    }
    Collections.sort(ratios);
    System.out.printf("median ratio %.1f%n", ratios.get(ratios.size() / 2));
  }

  private double seconds(Path input) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(program);
    line.addAll(List.of("check", "--format=concise", "--fail-on=never", input.toString()));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Xmx" + System.getProperty("heap", "512m"));
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", line) + " ended with " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}

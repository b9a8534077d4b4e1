package io.schedulec.bench;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Analyses whole models, from the file to the groups, on one thread. The folder of the models is
 * the property {@code models}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    // The collector that the program runs with.
    jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class AnalysisBenchmark {
  @Param({"resnet152", "densenet201", "efficientnet_b7", "vit_b_16"})
  private String model = "";

  @Param({"", ".fused"})
  private String flavour = "";

  private Path file() {
    return Path.of(
        System.getProperty("models", "../shared/models/graphs"), model + flavour + ".onnx");
  }

  /** The file as a graph. */
  @Benchmark
  public ModelGraph parse() {
    return OnnxReader.read(file());
  }

  /** The file as a graph, the shapes of all its values, and its groups. */
  @Benchmark
  public ChannelSpaces analyse() {
    ModelGraph graph = OnnxReader.read(file());
    return ChannelAnalysis.of(graph, ShapeInference.of(graph));
  }

  /** Runs the benchmarks of this class. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(AnalysisBenchmark.class.getSimpleName())
                .jvmArgsAppend(
                    "-Dmodels=" + System.getProperty("models", "../shared/models/graphs"))
                .build())
        .run();
  }
}

package io.schedulec.bench;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Shapes and groups of generated networks against their number of nodes and their width. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 6)
@Fork(
    value = 1,
    // The collector that the program runs with.
    jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
public class GrowthBenchmark {
  @Param({"1000", "10000", "100000", "1000000"})
  private int nodes;

  @Param({"16", "64"})
  private int width;

  private ModelGraph graph = SyntheticGraphs.of(1, 1);

  /** The network. */
  @Setup
  public void generate() {
    graph = SyntheticGraphs.of(nodes, width);
  }

  /** Shapes of all values, and groups. */
  @Benchmark
  public ChannelSpaces analyse() {
    return ChannelAnalysis.of(graph, ShapeInference.of(graph));
  }

  /** Runs the benchmarks of this class. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(GrowthBenchmark.class.getSimpleName()).build()).run();
  }
}

package io.schedulec.bench;

import io.schedulec.graph.Shape;
import io.schedulec.kernel.Ranking;
import io.schedulec.plan.Criterion;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Ranks the filters of VGG-16's 13 convolutions, on one thread, and reads the same memory with a
 * loop that does nothing but add: the ratio says how much of the memory's bandwidth a ranking uses.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgs = "-Xmx1g")
public class RankingBenchmark {
  private static final int[][] FILTERS_AND_CHANNELS = {
    {64, 3},
    {64, 64},
    {128, 64},
    {128, 128},
    {256, 128},
    {256, 256},
    {256, 256},
    {512, 256},
    {512, 512},
    {512, 512},
    {512, 512},
    {512, 512},
    {512, 512},
  };

  private final List<ByteBuffer> weights = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();

  /** Normal weights, in memory like that of a mapped file. */
  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int[] size : FILTERS_AND_CHANNELS) {
      Shape shape = Shape.of(size[0], size[1], 3, 3);
      ByteBuffer bytes = ByteBuffer.allocateDirect((int) shape.elements() * Float.BYTES);
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.hasRemaining()) {
        bytes.putFloat((float) random.nextGaussian());
      }
      weights.add(bytes.flip());
      shapes.add(shape);
    }
  }

  private static double bytes() {
    double floats = 0;
    for (int[] size : FILTERS_AND_CHANNELS) {
      floats += size[0] * size[1] * 9.0;
    }
    return floats * Float.BYTES;
  }

  /** Li et al. 2016: filters by L1. */
  @Benchmark
  public void filtersByL1(Blackhole out) {
    rank(0, Criterion.L1, out);
  }

  /** Filters by L2. */
  @Benchmark
  public void filtersByL2(Blackhole out) {
    rank(0, Criterion.L2, out);
  }

  /** Input channels by L1, which lie scattered. */
  @Benchmark
  public void channelsByL1(Blackhole out) {
    rank(1, Criterion.L1, out);
  }

  private void rank(int axis, Criterion criterion, Blackhole out) {
    for (int i = 0; i < weights.size(); i++) {
      out.consume(Ranking.of(weights.get(i), shapes.get(i), axis, criterion));
    }
  }

  /** The same memory, read and added as whole numbers. */
  @Benchmark
  public long reading() {
    long sum = 0;
    for (ByteBuffer bytes : weights) {
      LongBuffer longs = bytes.asLongBuffer();
      for (int i = 0; i < longs.limit(); i++) {
        sum += longs.get(i);
      }
    }
    return sum;
  }

  private static final int PIECE = 2048;
  private final long[] piece = new long[PIECE];

  /** The same, in pieces that fit into the nearest cache. */
  @Benchmark
  public long readingPieces() {
    long sum = 0;
    for (ByteBuffer bytes : weights) {
      LongBuffer longs = bytes.asLongBuffer();
      while (longs.hasRemaining()) {
        int count = Math.min(PIECE, longs.remaining());
        longs.get(piece, 0, count);
        for (int i = 0; i < count; i++) {
          sum += piece[i];
        }
      }
    }
    return sum;
  }

  /** Measures and says which share of the bandwidth each ranking uses; best of all iterations. */
  public static void main(String[] args) throws RunnerException {
    var options = new OptionsBuilder().include(RankingBenchmark.class.getName()).build();
    var results = new Runner(options).run();
    double reading = 0;
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().startsWith("reading")) {
        reading = Math.max(reading, bandwidth(result));
      }
    }
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "%-14s %5.1f GB/s, %.2f of reading%n",
          result.getPrimaryResult().getLabel(),
          bandwidth(result),
          bandwidth(result) / reading);
    }
  }

  private static double bandwidth(RunResult result) {
    double best =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(IterationResult::getPrimaryResult)
            .mapToDouble(iteration -> iteration.getScore())
            .min()
            .orElseThrow();
    return bytes() / (best / 1000) / 1e9;
  }
}

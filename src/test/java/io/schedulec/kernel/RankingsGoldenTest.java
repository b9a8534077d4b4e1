package io.schedulec.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.plan.Amount;
import io.schedulec.plan.Criterion;
import io.schedulec.plan.Step;
import io.schedulec.plan.VerifiedPlan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rankings of a trained network, mapped from its file, beside those of NumPy. */
class RankingsGoldenTest {
  private static final Path MODEL = Path.of("test-schedules/models/resnet20_cifar.onnx");
  private static final ModelGraph GRAPH = OnnxReader.read(MODEL);

  static Stream<String> lines() throws IOException {
    try (InputStream in = RankingsGoldenTest.class.getResourceAsStream("resnet20_rankings.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isThatOfNumPy(String line) {
    String[] words = line.split(" ", -1);
    if (words[1].equals("elements")) {
      elements(words[0], Double.parseDouble(words[2]), words);
    } else {
      Criterion criterion = Criterion.valueOf(words[2].toUpperCase(Locale.ROOT));
      Amount share = new Amount.Fixed(Double.parseDouble(words[3]));
      int axis = Integer.parseInt(words[1]);
      double[] after = after(Plans.lowest(share, criterion, "", axis, words[0]), words[0]);
      assertThat(zeroed(after, words[0], axis)).isEqualTo(words[4]);
    }
  }

  private static void elements(String tensor, double share, String[] words) {
    double[] after = after(Plans.smallest(share, tensor), tensor);
    assertThat(Arrays.stream(after).filter(w -> w == 0).count())
        .isEqualTo(Long.parseLong(words[3]));
    double rest = Arrays.stream(after).map(Math::abs).sum();
    assertThat(rest).isCloseTo(Double.parseDouble(words[4]), within(1e-9));
  }

  private static double[] after(Step step, String tensor) {
    VerifiedPlan plan = Plans.plan(GRAPH, Plans.DISTILLER, Plans.epoch(0, step));
    Outcome outcome =
        Kernel.run(plan, StoredWeights.of(MODEL), OptionalInt.empty(), progress -> {});
    ByteBuffer bytes = Objects.requireNonNull(outcome.contents().get(parameter(tensor)));
    double[] values = new double[bytes.remaining() / Float.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getFloat(i * Float.BYTES);
    }
    return values;
  }

  private static Parameter parameter(String name) {
    return GRAPH.parameters().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  /** The indices of an axis at which everything is zero. */
  private static String zeroed(double[] values, String tensor, int axis) {
    var shape = parameter(tensor).shape();
    int inner = (int) shape.product(axis + 1, shape.rank());
    int size = (int) shape.dim(axis);
    TreeSet<Integer> zero = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      zero.add(i);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        zero.remove(i / inner % size);
      }
    }
    return zero.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}

package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.integer;
import static io.schedulec.graph.onnx.OnnxBytes.integerList;
import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.testing.OnnxRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of random small networks every prunable group loses half of its channels; what remains runs, and
 * computes what the network does whose readers' weights for them are zero.
 */
class RandomNetworksTest {
  private static final int SIDE = 5;
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path folder = Path.of("unset");

  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void everyGroupCanGo(int seed) throws IOException {
    Path file = folder.resolve("network.onnx");
    Files.write(file, new Network(seed).bytes());
    Cutting cutting = Cutting.of(file);
    int tried = 0;
    for (CoupledGroup group : cutting.spaces().groups()) {
      List<Integer> channels = Halving.of(group, new Random(seed));
      if (group.prunable() && group.size() > 1 && !group.readers().isEmpty()) {
        // Where its channels are in some blocks of a grouped convolution only, others have to go
        // too.
        assertThat(channels.isEmpty() && group.constraints().isEmpty()).isFalse();
        if (!channels.isEmpty()) {
          lose(cutting, new Removal(group, channels));
          tried++;
        }
      }
    }
    assertThat(tried).isPositive();
  }

  private void lose(Cutting cutting, Removal removal) throws IOException {
    Path cut = folder.resolve("cut.onnx");
    Path whole = folder.resolve("whole.onnx");
    cutting.unchanged().without(List.of(removal)).write(cut);
    ModelRewrite zeroed = cutting.unchanged();
    Map<Parameter, ByteBuffer> zeros =
        ZeroedReaders.of(cutting.graph(), List.of(removal), StoredWeights.of(cutting.file()));
    for (Map.Entry<Parameter, ByteBuffer> entry : zeros.entrySet()) {
      zeroed = zeroed.with(entry.getKey(), entry.getValue());
    }
    zeroed.write(whole);
    float[] found = OnnxRuntime.run(cut, 1).get(0);
    float[] expected = OnnxRuntime.run(whole, 1).get(0);
    assertThat(OnnxRuntime.difference(found, expected)).as("%s", removal).isLessThan(TOLERANCE);
    Files.delete(cut);
    Files.delete(whole);
  }

  /** Maps of one size on which one random step after the other works. */
  private static final class Network {
    private final Random random;
    private final OnnxBytes bytes =
        model(17).input("x", 2, 3, SIDE, SIDE).output("y", 2, 2, SIDE, SIDE);
    private String at = "x";
    private int width = 3;
    private int names;

    Network(int seed) {
      random = new Random(seed);
      at = conv(at, width, 6, 1);
      width = 6;
      for (int step = 0; step < 6; step++) {
        step();
      }
      weight("last.weight", 2, width, 1, 1);
      bytes.node("/last/Conv", "Conv", List.of(at, "last.weight"), List.of("y"));
    }

    byte[] bytes() {
      return bytes.toBytes();
    }

    private void step() {
      boolean even = width % 2 == 0;
      switch (random.nextInt(11)) {
        case 0 -> widen(4 + 2 * random.nextInt(3));
        case 1 -> at = node("Relu", List.of(at));
        case 2 -> at = node("Add", List.of(conv(at, width, width, 1), at));
        case 3 -> join(conv(at, width, 4, 1), 4, conv(at, width, 2, 1), 2);
        case 4 -> at = even ? split() : at;
        case 5 -> at = even ? shuffle() : at;
        case 6 -> at = conv(at, width, width, width);
        case 7 ->
            at = node("Mul", List.of(at, node("Sigmoid", List.of(conv(at, width, width, 1)))));
        case 8 -> slice();
        case 9 -> at = gather();
        default -> at = even ? conv(at, width, width, 2) : at;
      }
    }

    private void widen(int filters) {
      at = conv(at, width, filters, 1);
      width = filters;
    }

    private void join(String a, int widthOfA, String b, int widthOfB) {
      at = node("Concat", List.of(a, b), integer("axis", 1));
      width = widthOfA + widthOfB;
    }

    private String split() {
      String first = "v" + names++;
      String second = "v" + names++;
      String sizes = numbers(width / 2, width / 2);
      List<String> outputs = List.of(first, second);
      bytes.node("/" + first, "Split", List.of(at, sizes), outputs, integer("axis", 1));
      String deep = conv(second, width / 2, width / 2, 1);
      return node("Concat", List.of(first, deep), integer("axis", 1));
    }

    private String shuffle() {
      String parts = node("Reshape", List.of(at, numbers(2, 2, width / 2, SIDE, SIDE)));
      String turned = node("Transpose", List.of(parts), integerList("perm", 0, 2, 1, 3, 4));
      return node("Reshape", List.of(turned, numbers(2, width, SIDE, SIDE)));
    }

    private void slice() {
      if (width > 3) {
        at = node("Slice", List.of(at, numbers(1), numbers(width), numbers(1)));
        width--;
      }
    }

    private String gather() {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      long[] indices = order.stream().mapToLong(Integer::longValue).toArray();
      return node("Gather", List.of(at, numbers(indices)), integer("axis", 1));
    }

    private String conv(String in, int channels, int filters, int groups) {
      String name = "conv" + names;
      int kernel = random.nextBoolean() ? 1 : 3;
      weight(name + ".weight", filters, channels / groups, kernel, kernel);
      int pad = kernel / 2;
      return node(
          "Conv",
          List.of(in, name + ".weight"),
          integer("group", groups),
          integerList("pads", pad, pad, pad, pad));
    }

    private void weight(String name, long... dims) {
      float[] elements = new float[(int) Shape.of(dims).elements()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = (float) random.nextGaussian() / 2;
      }
      bytes.reals(name, dims, elements);
    }

    private String numbers(long... numbers) {
      String name = "n" + names++;
      bytes.integers(name, numbers);
      return name;
    }

    private String node(String operator, List<String> inputs, byte[]... attributes) {
      String out = "v" + names++;
      bytes.node("/" + out, operator, inputs, List.of(out), attributes);
      return out;
    }
  }
}

package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.ModelFormat;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.testing.OnnxRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cut model computes what the model computes whose readers' weights are zero instead. */
class ZeroedReadersTest {

  @Provide
  Arbitrary<Path> models() {
    try (Stream<Path> files = Files.list(Path.of("test-schedules", "models"))) {
      return Arbitraries.of(files.filter(ZeroedReadersTest::hasNumbers).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some models are there for their shapes alone. */
  private static boolean hasNumbers(Path file) {
    return file.toString().endsWith(".onnx")
        && ModelFormat.dataFiles(file).stream().allMatch(Files::exists);
  }

  @Property(tries = 30)
  void computesTheSame(@ForAll("models") Path model, @ForAll long seed, @ForAll boolean everyGroup)
      throws IOException {
    Cutting cutting = Cutting.of(model);
    List<Removal> removals = removals(cutting, new Random(seed), everyGroup);
    Path folder = Files.createTempDirectory("cut");
    Path cut = folder.resolve("cut.onnx");
    Path zeroed = folder.resolve("zeroed.onnx");
    cutting.unchanged().without(removals).write(cut);
    cutting.zeroed(removals).write(zeroed);
    List<float[]> found = OnnxRuntime.run(cut, seed);
    List<float[]> expected = OnnxRuntime.run(zeroed, seed);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(OnnxRuntime.difference(found.get(i), expected.get(i))).isLessThan(1e-5);
    }
    assertThat(Files.size(cut)).isLessThan(Files.size(zeroed));
    Files.delete(cut);
    Files.delete(zeroed);
    Files.delete(folder);
  }

  private static List<Removal> removals(Cutting cutting, Random random, boolean everyGroup) {
    List<CoupledGroup> groups =
        new ArrayList<>(
            cutting.spaces().groups().stream()
                .filter(group -> group.prunable() && group.size() > 1)
                .toList());
    assertThat(groups).isNotEmpty().allMatch(group -> group.constraints().isEmpty());
    if (!everyGroup) {
      groups = List.of(groups.get(random.nextInt(groups.size())));
    }
    List<Removal> removals = new ArrayList<>();
    for (CoupledGroup group : groups) {
      removals.add(new Removal(group, channels(group.size(), random)));
    }
    return removals;
  }

  /** At least one, and not all. */
  private static List<Integer> channels(int size, Random random) {
    double share = random.nextDouble();
    int kept = random.nextInt(size);
    List<Integer> channels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (i != kept && (random.nextDouble() < share || i == (kept + 1) % size)) {
        channels.add(i);
      }
    }
    return channels;
  }
}

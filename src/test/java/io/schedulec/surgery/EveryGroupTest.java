package io.schedulec.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.testing.Npz;
import io.schedulec.testing.OnnxRuntime;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of every network, in every export, each group that the analysis calls prunable loses half of its
 * channels. The result computes what the network does whose readers' weights for them are zero; or,
 * where something normalises over the channels, whose others are there twice and read once.
 */
class EveryGroupTest {
  private static final double TOLERANCE = 1e-4;

  /** Groups over whose channels something normalises, so that fewer are not the same as zeros. */
  private static final Map<String, Set<String>> NORMALISED =
      Map.of(
          "groupnorm_net", Set.of("0.weight", "3.weight"),
          "hf_gpt2", Set.of("model.lm_head.weight"),
          "hf_llama_gqa", Set.of("model.model.embed_tokens.weight"),
          "hf_vit", Set.of("model.vit.embeddings.patch_embeddings.projection.weight"),
          "layernorm_mlp", Set.of("0.weight", "3.weight"),
          "vit_mini", Set.of("conv_proj.weight"));

  /**
   * Its embedding is the matrix of its head as well, which is not zero for channels that are there
   * twice: what it computes doubles.
   */
  private static final Set<String> TIED = Set.of("hf_gpt2");

  @TempDir private Path folder = Path.of("unset");

  static Stream<String> models() {
    List<String> names = new ArrayList<>();
    for (Path file : Shared.files("models/full", ".onnx")) {
      names.add(file.getFileName().toString().replace(".onnx", ""));
    }
    return names.isEmpty() ? Stream.of("none") : names.stream();
  }

  private static String network(String model) {
    return model.substring(0, (model + ".").indexOf('.'));
  }

  private static Npz.Array input(String model) {
    Path file = Shared.file("models/full/" + network(model) + ".io.npz");
    return Objects.requireNonNull(Npz.read(file).get("input"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void losesHalfOfItsChannels(String model) throws IOException {
    Path file = Shared.file("models/full/" + model + ".onnx");
    String network = network(model);
    Npz.Array input = input(model);
    Cutting cutting = Cutting.of(file);
    Set<String> normalised = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    int equal = 0;
    for (CoupledGroup group : cutting.spaces().groups()) {
      if (!group.prunable() || group.size() < 2) {
        continue;
      }
      String name = group.members().get(0).parameter().name();
      boolean doubles = TIED.contains(network) && !group.normalised().isEmpty();
      String outcome = outcome(cutting, group, input, doubles ? 2 : 1);
      if (outcome.equals("normalised")) {
        normalised.add(name);
      } else if (outcome.equals("equal")) {
        equal++;
      } else {
        wrong.add(name + " of " + group.size() + ": " + outcome);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(normalised).isEqualTo(NORMALISED.getOrDefault(network, Set.of()));
    assertThat(equal + normalised.size()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("models")
  void losesHalfOfAll(String model) throws IOException {
    Cutting cutting = Cutting.of(Shared.file("models/full/" + model + ".onnx"));
    List<Removal> removals = new ArrayList<>();
    for (CoupledGroup group : cutting.spaces().groups()) {
      boolean zeros = group.normalised().isEmpty() && !group.readers().isEmpty();
      if (group.prunable() && group.size() > 1 && zeros) {
        removals.add(new Removal(group, Halving.of(group, new Random(group.id()))));
      }
    }
    ModelRewrite zeroed = zeroedReaders(cutting, removals);
    assertThat(different(cutting, removals, zeroed, input(model), 1)).isEmpty();
  }

  private String outcome(Cutting cutting, CoupledGroup group, Npz.Array input, float factor)
      throws IOException {
    if (group.normalised().isEmpty()) {
      List<Integer> channels = Halving.of(group, new Random(group.size()));
      if (channels.isEmpty()) {
        return "no number of channels suits all of its blocks";
      }
      Removal removal = new Removal(group, channels);
      String different =
          different(cutting, List.of(removal), zeroed(cutting, removal), input, factor);
      return different.isEmpty() ? "equal" : different;
    }
    Map<Integer, Integer> pairs = Halving.pairs(group, new Random(group.size()));
    Removal removal = new Removal(group, List.copyOf(pairs.keySet()));
    ModelRewrite doubled = cutting.doubled(group, pairs);
    String different = different(cutting, List.of(removal), doubled, input, factor);
    return different.isEmpty() ? "normalised" : different;
  }

  /** How what is cut differs from a model of full size; empty where it does not. */
  private String different(
      Cutting cutting, List<Removal> removals, ModelRewrite full, Npz.Array input, float factor)
      throws IOException {
    Path cut = folder.resolve("cut.onnx");
    Path whole = folder.resolve("whole.onnx");
    try {
      cutting.unchanged().without(removals).write(cut);
    } catch (CannotCutException e) {
      return "refused: " + e.getMessage();
    }
    full.write(whole);
    double difference = difference(cut, whole, input, factor);
    Files.delete(cut);
    Files.delete(whole);
    return difference < TOLERANCE ? "" : "differs by " + difference;
  }

  private static double difference(Path cut, Path whole, Npz.Array input, float factor) {
    List<float[]> found = OnnxRuntime.run(cut, input);
    List<float[]> expected = OnnxRuntime.run(whole, input);
    assertThat(found).hasSameSizeAs(expected);
    double difference = 0;
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).hasSameSizeAs(expected.get(i));
      for (int k = 0; k < found.get(i).length; k++) {
        assertThat(found.get(i)[k]).isFinite();
        found.get(i)[k] *= factor;
      }
      difference = Math.max(difference, OnnxRuntime.difference(found.get(i), expected.get(i)));
    }
    return difference;
  }

  /**
   * The network with zero for the channels: where they are read, or, where they only meet each
   * other as queries and keys do, where they are made.
   */
  private static ModelRewrite zeroed(Cutting cutting, Removal removal) {
    if (removal.group().readers().isEmpty()) {
      return made(cutting, removal);
    }
    return zeroedReaders(cutting, List.of(removal));
  }

  private static ModelRewrite zeroedReaders(Cutting cutting, List<Removal> removals) {
    ModelRewrite rewrite = cutting.unchanged();
    Map<Parameter, ByteBuffer> zeroed =
        ZeroedReaders.of(cutting.graph(), removals, StoredWeights.of(cutting.file()));
    for (Map.Entry<Parameter, ByteBuffer> entry : zeroed.entrySet()) {
      rewrite = rewrite.with(entry.getKey(), entry.getValue());
    }
    return rewrite;
  }

  private static ModelRewrite made(Cutting cutting, Removal removal) {
    List<Member> making = new ArrayList<>();
    for (Member member : removal.group().members()) {
      if (member.role() == Role.FILTERS || member.role() == Role.BIAS) {
        making.add(member);
      }
    }
    assertThat(making).isNotEmpty();
    return cutting.zeroed(making, removal.channels());
  }
}

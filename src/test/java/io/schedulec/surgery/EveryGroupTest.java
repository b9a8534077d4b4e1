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

  @TempDir private Path folder = Path.of("unset");

  static Stream<String> models() {
    List<String> names = new ArrayList<>();
    for (Path file : Shared.files("models/full", ".onnx")) {
      names.add(file.getFileName().toString().replace(".onnx", ""));
    }
    return names.isEmpty() ? Stream.of("none") : names.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void losesHalfOfItsChannels(String model) throws IOException {
    Path file = Shared.file("models/full/" + model + ".onnx");
    String network = model.substring(0, (model + ".").indexOf('.'));
    Npz.Array input =
        Objects.requireNonNull(
            Npz.read(Shared.file("models/full/" + network + ".io.npz")).get("input"));
    Cutting cutting = Cutting.of(file);
    Set<String> normalised = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    int equal = 0;
    for (CoupledGroup group : cutting.spaces().groups()) {
      if (!group.prunable() || group.size() < 2) {
        continue;
      }
      String name = group.members().get(0).parameter().name();
      String outcome = outcome(cutting, group, input);
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

  private String outcome(Cutting cutting, CoupledGroup group, Npz.Array input) throws IOException {
    if (group.normalised().isEmpty()) {
      List<Integer> channels = Halving.of(group, new Random(group.size()));
      if (channels.isEmpty()) {
        return "no number of channels suits all of its blocks";
      }
      Removal removal = new Removal(group, channels);
      String different = different(cutting, removal, zeroed(cutting, removal), input);
      return different.isEmpty() ? "equal" : different;
    }
    Map<Integer, Integer> pairs = Halving.pairs(group, new Random(group.size()));
    Removal removal = new Removal(group, List.copyOf(pairs.keySet()));
    String different = different(cutting, removal, cutting.doubled(group, pairs), input);
    return different.isEmpty() ? "normalised" : different;
  }

  /** How what is cut differs from a model of full size; empty where it does not. */
  private String different(Cutting cutting, Removal removal, ModelRewrite full, Npz.Array input)
      throws IOException {
    Path cut = folder.resolve("cut.onnx");
    Path whole = folder.resolve("whole.onnx");
    try {
      cutting.unchanged().without(List.of(removal)).write(cut);
    } catch (CannotCutException e) {
      return "refused: " + e.getMessage();
    }
    full.write(whole);
    double difference = difference(cut, whole, input);
    Files.delete(cut);
    Files.delete(whole);
    return difference < TOLERANCE ? "" : "differs by " + difference;
  }

  private static double difference(Path cut, Path zeroed, Npz.Array input) {
    List<float[]> found = OnnxRuntime.run(cut, input);
    List<float[]> expected = OnnxRuntime.run(zeroed, input);
    assertThat(found).hasSameSizeAs(expected);
    double difference = 0;
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i)).hasSameSizeAs(expected.get(i));
      for (float number : found.get(i)) {
        assertThat(number).isFinite();
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
    ModelRewrite rewrite = cutting.unchanged();
    Map<Parameter, ByteBuffer> zeroed =
        ZeroedReaders.of(
            cutting.graph(), List.of(removal), StoredWeights.of(cutting.file()));
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

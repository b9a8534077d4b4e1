package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.graph.onnx.OnnxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers, concatenations, gates, and channels that have to stay. */
final class SharedChannelsTest {
  private static final List<String> BRANCHES =
      List.of("mix1.b1.weight", "mix1.b3.weight", "mix1.bp.weight");
  private static final List<String> READERS =
      List.of("mix2.b1.weight", "mix2.b3r.weight", "mix2.bp.weight");

  @Test
  void readersHaveToBeListedAllAndUnderOneLeader() {
    assertThat(channels("resnet20_cifar", true, Draft.readers()).codes()).isEmpty();
    assertThat(channels("resnet20_cifar", false, Draft.readers()).codes())
        .containsExactly("SC205e");
    Diagnostic some =
        channels("resnet20_cifar", true, Draft.readers().subList(0, 2)).only("SC206e");
    assertThat(some.data())
        .containsEntry("group_type", "Channels")
        .containsEntry("listed", Draft.readers().subList(0, 2))
        .containsEntry("missing", List.of("fc.weight"));
    assertThat(channels("resnet20_cifar", false, List.of("layer1.0.conv2.weight")).codes())
        .isEmpty();
  }

  @Test
  void readersWithoutThinningInTheirDirection() {
    Draft draft = Draft.resnet().ranked("p", "Channels", true, Draft.readers().subList(0, 1));

    assertThat(draft.fires("p", 0).thins("filters", 9).codes()).containsExactly("SC206w", "SC211w");
  }

  @Test
  void readersAndWritersDoNotCompleteEachOther() {
    Draft draft =
        Draft.resnet()
            .ranked("r", "Channels", true, Draft.readers())
            .leader("w", Draft.chain(3).subList(0, 3));

    assertThat(draft.fires("r", 0).fires("w", 1).thins("contract_model", 9).codes())
        .containsExactly("SC201e");
  }

  @ParameterizedTest
  @EnumSource
  void inputAndOutputStay(Target target) {
    Diagnostic input =
        channels("resnet20_cifar", false, List.of("conv1.weight")).target(target).only("SC203e");

    assertThat(input.data()).containsEntry("reason", "graph-input");
    assertThat(
            filters("unet_mini", false, List.of("out.weight")).target(target).only("SC203e").data())
        .containsEntry("reason", "graph-output");
  }

  @Test
  void branchesOfAConcatenation() {
    assertThat(filters("tiny_inception", false, BRANCHES).codes()).isEmpty();
    Diagnostic finding =
        filters("tiny_inception", false, BRANCHES).target(Target.DISTILLER).only("SC203e");
    assertThat(finding.data())
        .containsEntry("reason", "concatenation")
        .containsEntry("listed", BRANCHES);
    assertThat(filters("tiny_inception", true, BRANCHES).codes()).containsExactly("SC202e");
  }

  @Test
  void readersOfAConcatenationAreOneChain() {
    assertThat(channels("tiny_inception", true, READERS).codes()).isEmpty();
    assertThat(channels("tiny_inception", false, READERS).only("SC205e").data())
        .containsEntry("size", 28);
    assertThat(channels("tiny_inception", true, READERS.subList(0, 1)).only("SC206e").data())
        .containsEntry("missing", READERS.subList(1, 3));
    assertThat(channels("tiny_inception", true, READERS).target(Target.DISTILLER).codes())
        .containsExactly("SC203e");
  }

  @Test
  void readersThatShareAPartOnly() {
    Draft draft =
        channels("densenet_mini", true, List.of("features.denseblock1.denselayer3.conv1.weight"));
    Diagnostic finding = draft.only("SC206e");

    assertThat((List<?>) finding.data().get("missing")).hasSize(3);
    assertThat(finding.helps()).allMatch(h -> h.edits().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void widthsThatDoNotFit(Target target, @TempDir Path folder) throws IOException {
    Path model = folder.resolve("uneven.onnx");
    Files.write(model, uneven().toBytes());
    for (String name : List.of("six.weight", "ten.weight", "wide.weight")) {
      Draft draft = Draft.of(model).target(target).alone("p", List.of(name)).fires("p", 0);

      assertThat(draft.thins("filters", 9).only("SC203e").data()).containsEntry("reason", "uneven");
    }
  }

  private static OnnxBytes uneven() {
    return OnnxBytes.model()
        .input("x", 1, 3, 8, 8)
        .weight("six.weight", 6, 3, 1, 1)
        .weight("ten.weight", 10, 3, 1, 1)
        .weight("wide.weight", 16, 3, 1, 1)
        .weight("last.weight", 5, 16, 1, 1)
        .node("six", "Conv", List.of("x", "six.weight"), List.of("a"))
        .node("ten", "Conv", List.of("x", "ten.weight"), List.of("b"))
        .node("wide", "Conv", List.of("x", "wide.weight"), List.of("c"))
        .node("cat", "Concat", List.of("a", "b"), List.of("ab"), OnnxBytes.integer("axis", 1))
        .node("add", "Add", List.of("ab", "c"), List.of("s"))
        .node("last", "Conv", List.of("s", "last.weight"), List.of("y"))
        .output("y", 1, 5, 8, 8);
  }

  @Test
  void anUnknownOperatorHoldsWhatReachesIt(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("unknown.onnx");
    OnnxBytes bytes =
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .weight("a.weight", 6, 3, 1, 1)
            .weight("b.weight", 5, 6, 1, 1)
            .node("a", "Conv", List.of("x", "a.weight"), List.of("t"))
            .node("odd", "Odd", List.of("t"), List.of("u"), OnnxBytes.domain("my.own"))
            .value("u", 1, 6, 8, 8)
            .node("b", "Conv", List.of("u", "b.weight"), List.of("y"))
            .output("y", 1, 5, 8, 8);
    Files.write(model, bytes.toBytes());
    Draft draft = Draft.of(model).alone("p", List.of("a.weight")).fires("p", 0);

    assertThat(draft.thins("filters", 9).only("SC203e").data())
        .containsEntry("reason", "unknown-op");
  }

  @Test
  void columnsBehindAFlatten() {
    assertThat(rows("fc1.weight").thins("channels", 9).only("SC203e").data())
        .containsEntry("reason", "flattened-columns");
    assertThat(rows("fc1.weight").thins("filters", 9).codes()).containsExactly("SC210i", "SC211w");
    assertThat(rows("fc2.weight").thins("channels", 9).codes()).isEmpty();
  }

  private static Draft rows(String name) {
    return Draft.of("simplenet_cifar").ranked("p", "Rows", false, List.of(name)).fires("p", 0);
  }

  @ParameterizedTest
  @CsvSource({"gated, exact", "gated_bias, approximate"})
  void aGateFollows(String model, String kind) {
    String stem = "stem.weight";
    String gate = "gate.expand.weight";

    assertThat(filters(model, false, List.of(stem)).only("SC207i").data())
        .containsEntry("class", kind)
        .containsEntry("followers", List.of(gate));
    assertThat(filters(model, false, List.of(gate)).only("SC201e").data())
        .containsEntry("missing", List.of(stem));
    assertThat(filters(model, true, List.of(stem, gate)).codes()).isEmpty();
    assertThat(filters(model, false, List.of(stem, gate)).codes()).containsExactly("SC205e");
    assertThat(filters(model, false, List.of(stem)).target(Target.DISTILLER).codes())
        .containsExactly("SC201e");
  }

  @Test
  void aGateBehindADepthwiseLayer() {
    String expand = "features.2.0.block.0.0.weight";
    String depthwise = "features.2.0.block.1.0.weight";
    String gate = "features.2.0.block.2.fc2.weight";

    assertThat(filters("efficientnet_b0", false, List.of(expand)).only("SC207i").data())
        .containsEntry("class", "approximate");
    assertThat(filters("efficientnet_b0", false, List.of(gate)).only("SC201e").data())
        .containsEntry("missing", List.of(expand));
    assertThat(filters("efficientnet_b0", false, List.of(depthwise)).only("SC201e").data())
        .containsEntry("missing", List.of(expand));
  }

  @ParameterizedTest
  @CsvSource({
    "grouped_conv_net, g1.weight, grouped",
    "dw_multiplier_net, c0.0.weight, depthwise-multiplier",
    "unet_mini, e3.0.weight, unadjusted",
  })
  void limitsOfTheOriginalTrainer(String model, String name, String reason) {
    assertThat(filters(model, false, List.of(name)).codes()).isEmpty();
    assertThat(filters(model, false, List.of(name)).target(Target.DISTILLER).only("SC203e").data())
        .containsEntry("reason", reason);
  }

  @Test
  void preActivation() {
    List<String> chain = List.of("conv1.weight", "layer1.0.conv2.weight", "layer1.1.conv2.weight");

    assertThat(filters("preact_resnet18", true, chain).codes()).isEmpty();
    Draft trainer = filters("preact_resnet18", true, chain).target(Target.DISTILLER);
    assertThat(trainer.codes()).containsExactly("SC203e", "SC214w");
    assertThat(trainer.findings().get(0).data()).containsEntry("reason", "normalization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resnet20_cifar", "resnet20_cifar.fused"})
  void theOriginalTrainerThinsResidualNetworks(String model) {
    for (int stage = 1; stage <= 3; stage++) {
      assertThat(filters(model, true, Draft.chain(stage)).target(Target.DISTILLER).codes())
          .isEmpty();
    }
    assertThat(channels(model, true, Draft.readers()).target(Target.DISTILLER).codes()).isEmpty();
  }

  private static Draft filters(String model, boolean leader, List<String> names) {
    return Draft.of(model).ranked("p", "Filters", leader, names).fires("p", 0).thins("filters", 9);
  }

  private static Draft channels(String model, boolean leader, List<String> names) {
    return Draft.of(model)
        .ranked("p", "Channels", leader, names)
        .fires("p", 0)
        .thins("channels", 9);
  }
}

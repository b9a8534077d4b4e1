package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not bind is said once and causes nothing else. */
final class UnboundTest {
  private static final List<String> CHAIN = Draft.chain(3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layer3.2.con2.weight",
        "layer3.2.conv2",
        "layer3.2.conv9.weight",
        "layer3.9.conv2.weight",
        "layer3.2.conv2.wieght",
        "nothing.like.it",
        "foo.weight"
      })
  void aMisspeltMemberIsNotMissingToo(String name) {
    for (int at = 0; at < 4; at++) {
      List<String> names = new ArrayList<>(CHAIN);
      names.remove(3);
      names.add(at, name);

      assertThat(filters(names, true).codes()).containsExactly("SC101e");
    }
  }

  @Test
  void aMemberThatIsTrulyMissingIsSaid() {
    List<String> names = List.of(CHAIN.get(0), CHAIN.get(1), "layer3.2.con2.weight");
    Draft draft = filters(names, true);

    assertThat(draft.codes()).containsExactlyInAnyOrder("SC101e", "SC201e");
    assertThat(draft.findings().get(0).data())
        .containsEntry("missing", List.of("layer3.1.conv2.weight"));
    assertThat(draft.findings().get(0).message()).contains("2 of 4");
  }

  @Test
  void aSlipInAFreeLayerExcusesNoChain() {
    List<String> names = List.of(CHAIN.get(0), CHAIN.get(1), "layer1.0.conv1.weigt");

    assertThat(filters(names, false).codes()).containsExactlyInAnyOrder("SC101e", "SC201e");
  }

  @Test
  void aMisspeltReaderIsNotMissingToo() {
    List<String> names = List.of("layer3.1.conv1.weight", "layer3.2.conv1.weight", "fc.wieght");
    Draft draft =
        Draft.resnet().ranked("p", "Channels", true, names).fires("p", 0).thins("channels", 9);

    assertThat(draft.codes()).containsExactly("SC101e");
  }

  @ParameterizedTest
  @CsvSource({
    "NoSuchPruner, group_type: Filters, SC402e",
    "L1RankedStructureParameterPruner, group_type: filters, SC408e",
    "L1Regularizer, group_type: Filters, SC403e",
  })
  void aPrunerThatDoesNotBindLeavesNoHole(String kind, String type, String code) {
    Draft draft =
        Draft.resnet()
            .leader("p", CHAIN.subList(0, 2))
            .pruner("q", kind, List.of("desired_sparsity: 0.5", type), CHAIN.subList(2, 4));
    draft.fires("p", 0).fires("q", 0).thins("filters", 9);

    assertThat(draft.codes()).contains(code).doesNotContain("SC201e", "SC201w", "SC205e");
  }

  @Test
  void aPolicyWithoutTimeLeavesNoHole() {
    Draft draft = Draft.resnet().leader("p", CHAIN.subList(0, 2)).leader("q", CHAIN.subList(2, 4));
    draft.fires("p", 0).fires("q").thins("filters", 9);

    assertThat(draft.codes()).hasSize(1).doesNotContain("SC201e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"module.", "module.module."})
  void moduleMayStandAnywhere(String prefix) {
    List<String> names = CHAIN.stream().map(n -> prefix + n).toList();

    assertThat(filters(names, true).codes()).isEmpty();
    assertThat(filters(List.of(names.get(0)), true).only("SC201e").data())
        .containsEntry("listed", List.of("layer3.0.downsample.0.weight"));
    assertThat(
            filters(CHAIN.stream().map(n -> n.replace("layer3.", "layer3.module.")).toList(), true)
                .codes())
        .isEmpty();
  }

  @Test
  void onePrefixIsOneFindingOverAllPruners() {
    Draft draft =
        Draft.resnet()
            .leader("p", CHAIN.stream().map(n -> "model." + n).toList())
            .leader("q", Draft.chain(2).stream().map(n -> "model." + n).toList());
    draft.fires("p", 0).fires("q", 0).thins("filters", 9);

    assertThat(draft.only("SC102e").data()).containsEntry("prefix", "model.");
    assertThat(draft.primary(draft.only("SC102e"))).isEqualTo("model.");
  }

  @Test
  void aPrefixOnSomeMembersIsNoHole() {
    List<String> names = new ArrayList<>(CHAIN);
    names.replaceAll(n -> n.contains(".2.") ? "net." + n : n);

    assertThat(filters(names, true).codes()).containsExactly("SC102e");
  }

  @Test
  void aPrefixThatTheModelHas() {
    List<String> names = List.of("0.0.weight", "1.3.weight");
    Draft draft = Draft.of("mobilenet_v1_025").alone("p", names).fires("p", 0).thins("filters", 9);

    assertThat(draft.only("SC102e").data())
        .containsEntry("prefix", "model.")
        .containsEntry("action", "add");
  }

  @Test
  void wrongRanksAndStrings() {
    assertThat(filters(List.of("fc.weight"), false).codes()).containsExactly("SC410e");
    assertThat(filters(List.of("layer1.0.bn1.weight"), false).codes()).containsExactly("SC410e");
    Draft string =
        Draft.resnet()
            .pruner(
                "p",
                Draft.RANKED,
                List.of(
                    "group_type: Filters",
                    "desired_sparsity: 0.5",
                    "weights: layer1.0.conv1.weight"),
                List.of());
    assertThat(string.fires("p", 0).codes()).containsExactly("SC409w");
  }

  private static Draft filters(List<String> names, boolean leader) {
    return Draft.resnet().ranked("p", "Filters", leader, names).fires("p", 0).thins("filters", 9);
  }
}

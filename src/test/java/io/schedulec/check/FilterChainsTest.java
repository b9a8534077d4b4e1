package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of filters: complete, under one Leader, and when that is judged. */
final class FilterChainsTest {
  private static final List<String> CHAIN = Draft.chain(3);
  private static final List<String> HALF = CHAIN.subList(0, 2);
  private static final List<String> REST = CHAIN.subList(2, 4);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aWholeChainUnderALeaderIsFine(int stage) {
    Draft draft = Draft.resnet().leader("p", Draft.chain(stage)).fires("p", 0).thins("filters", 9);

    assertThat(draft.codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "filters, 9, SC201e",
    "contract_model, 9, SC201e",
    "filters, 0, SC201e",
  })
  void whatIsMissingIsAnErrorWhereFiltersAreThinnedLater(String way, int epoch, String code) {
    Draft draft = Draft.resnet().leader("p", HALF).fires("p", 0).thins(way, epoch);
    Diagnostic finding = draft.only(code);

    assertThat(finding.data())
        .containsEntry("pruner", "p")
        .containsEntry("group_type", "Filters")
        .containsEntry("listed", HALF)
        .containsEntry("missing", List.of("layer3.1.conv2.weight", "layer3.2.conv2.weight"));
    assertThat(draft.primary(finding)).isEqualTo(HALF.get(0));
    assertThat(finding.message()).contains("2 of 4");
  }

  @Test
  void aThinningInTheOtherDirectionIsNoneThatFollows() {
    Draft draft = Draft.resnet().leader("p", HALF).fires("p", 0).thins("channels", 9);

    assertThat(draft.codes()).containsExactly("SC201w", "SC211w");
    assertThat(draft.findings().get(1).data())
        .containsEntry("removes", "channels")
        .containsEntry("zeroed", "filters");
  }

  @Test
  void aThinningBeforeThePrunerIsNoneThatFollows() {
    assertThat(Draft.resnet().leader("p", HALF).thins("filters", 0).fires("p", 0).codes())
        .containsExactly("SC201w", "SC321w");
    assertThat(Draft.resnet().leader("p", HALF).thins("filters", 3).fires("p", 5).codes())
        .containsExactly("SC201w", "SC321w");
    assertThat(Draft.resnet().leader("p", HALF).fires("p", 5).codes()).containsExactly("SC201w");
  }

  @Test
  void severalThinningsSayTheSameThingOnce() {
    Draft draft =
        Draft.resnet()
            .ramped("p", true, HALF)
            .fires("p", new Draft.Every(0, 30, 1))
            .thins("filters", 10, 20, 30);

    assertThat(draft.codes()).containsExactly("SC201e", "SC304w");
  }

  @Test
  void eachThinningLooksAtThePrunersSinceTheOneBefore() {
    Draft draft =
        Draft.resnet()
            .leader("p", HALF)
            .leader("q", REST)
            .fires("p", 0)
            .thins("filters", 5)
            .fires("q", 10)
            .thins("filters", 15);

    assertThat(draft.codes()).containsExactly("SC201e", "SC201e");
    assertThat(draft.findings().get(0).data()).containsEntry("listed", HALF);
    assertThat(draft.findings().get(1).data()).containsEntry("listed", REST);
  }

  @Test
  void whatAPrunerDoesOnAfterTheLastThinningIsNotJudgedAgain() {
    Draft draft =
        Draft.resnet()
            .ramped("p", true, HALF)
            .ramped("q", true, REST)
            .fires("p", new Draft.Every(0, 30, 1))
            .fires("q", new Draft.Every(0, 10, 1))
            .thins("filters", 20);

    assertThat(draft.codes()).containsExactly("SC205e", "SC304w");
  }

  @Test
  void aPrunerThatStartsAfterTheLastThinningIsJudged() {
    Draft draft =
        Draft.resnet()
            .leader("p", CHAIN)
            .leader("q", HALF)
            .fires("p", 0)
            .thins("filters", 5)
            .fires("q", 8);

    assertThat(draft.only("SC201w").data()).containsEntry("pruner", "q");
  }

  @Test
  void aWholeChainWithoutLeader() {
    Draft draft = Draft.resnet().alone("p", CHAIN).fires("p", 0).thins("filters", 9);

    assertThat(draft.only("SC205e").data()).containsEntry("size", 64);
    assertThat(Draft.resnet().alone("p", CHAIN).fires("p", 0).codes()).containsExactly("SC205w");
    assertThat(Draft.resnet().alone("p", CHAIN).fires("p", 0).thins("channels", 2).codes())
        .containsExactly("SC205w", "SC211w");
  }

  @Test
  void aChainSplitOverPruners() {
    Draft same = Draft.resnet().leader("p", HALF).leader("q", REST).fires("p", 0).fires("q", 0);
    Draft one = Draft.resnet().leader("p", HALF).alone("q", REST).fires("p", 0).fires("q", 0);
    Draft other =
        Draft.resnet()
            .leader("p", HALF)
            .ramped("q", true, REST)
            .fires("p", 0)
            .fires("q", new Draft.Every(0, 8, 1));

    for (Draft draft : List.of(same, one, other)) {
      Diagnostic finding = draft.thins("filters", 9).only("SC205e");
      assertThat(finding.data()).containsEntry("pruners", List.of("p", "q"));
      assertThat(finding.data()).containsEntry("listed", CHAIN);
    }
  }

  @Test
  void twoPoliciesOfOnePruner() {
    Draft draft = Draft.resnet().leader("p", CHAIN).fires("p", 0).fires("p", 3).thins("filters", 9);

    assertThat(draft.codes()).isEmpty();
  }

  @Test
  void aMaskWrittenLaterUndoesTheLeaders() {
    Draft later = Draft.resnet().leader("p", CHAIN).alone("q", HALF.subList(0, 1));
    Draft before = Draft.resnet().leader("p", CHAIN).alone("q", HALF.subList(0, 1));

    assertThat(later.fires("p", 0).fires("q", 4).thins("filters", 9).codes())
        .containsExactly("SC205e");
    assertThat(before.fires("q", 0).fires("p", 4).thins("filters", 9).codes()).isEmpty();
  }

  @Test
  void inOneEpochTheOverlapIsSaidAndNothingElse() {
    Draft draft = Draft.resnet().leader("p", CHAIN).alone("q", HALF.subList(0, 1));

    assertThat(draft.fires("p", 0).fires("q", 0).thins("filters", 9).codes())
        .containsExactly("SC301e");
  }

  @Test
  void elementsAndBlocksNeitherCountNorUndo() {
    Draft draft =
        Draft.resnet()
            .leader("p", CHAIN)
            .pruner(
                "e",
                "AutomatedGradualPruner",
                List.of("initial_sparsity: 0.1", "final_sparsity: 0.5"),
                HALF)
            .pruner(
                "b",
                Draft.RANKED,
                List.of(
                    "group_type: Blocks",
                    "desired_sparsity: 0.5",
                    "kwargs: {block_shape: [1, 8, 1, 1]}"),
                HALF);
    draft.fires("p", 0).fires("b", 5).fires("e", new Draft.Every(6, 8, 1)).thins("filters", 9);

    assertThat(draft.codes()).isEmpty();
  }

  @Test
  void freeLayersNeedNoLeaderButMixWithOne() {
    List<String> free = List.of("layer1.0.conv1.weight", "layer3.1.conv1.weight");
    List<String> mixed = new ArrayList<>(CHAIN);
    mixed.add("layer3.1.conv1.weight");

    assertThat(Draft.resnet().alone("p", free).fires("p", 0).thins("filters", 9).codes()).isEmpty();
    assertThat(
            Draft.resnet()
                .leader("p", free.subList(0, 1))
                .fires("p", 0)
                .thins("filters", 9)
                .codes())
        .isEmpty();
    Draft under = Draft.resnet().leader("p", mixed).fires("p", 0).thins("filters", 9);
    assertThat(under.primary(under.only("SC202e"))).isEqualTo("layer3.1.conv1.weight");
    assertThat(Draft.resnet().alone("p", mixed).fires("p", 0).thins("filters", 9).codes())
        .containsExactly("SC205e");
  }

  @Test
  void aMixedListIsNotIncompleteToo() {
    List<String> mixed = List.of(CHAIN.get(0), CHAIN.get(1), "layer2.1.conv2.weight");

    assertThat(Draft.resnet().leader("p", mixed).fires("p", 0).thins("filters", 9).codes())
        .containsExactly("SC202e");
  }

  @Test
  void besideAMixedListTheOthersAreJudged() {
    List<String> mixed = new ArrayList<>(Draft.chain(2));
    mixed.add(CHAIN.get(0));
    Draft draft =
        Draft.resnet()
            .leader("p", mixed)
            .leader("q", CHAIN.subList(1, 2))
            .fires("p", 0)
            .fires("q", 0)
            .thins("filters", 9);

    assertThat(draft.codes()).containsExactlyInAnyOrder("SC202e", "SC201e");
    Draft rest =
        Draft.resnet()
            .leader("p", mixed)
            .leader("q", CHAIN.subList(1, 4))
            .fires("p", 0)
            .fires("q", 0)
            .thins("filters", 9);
    assertThat(rest.codes()).containsExactly("SC202e");
  }

  @Test
  void duplicatesInAListAreHarmless() {
    List<String> twice = new ArrayList<>(CHAIN);
    twice.addAll(HALF);

    assertThat(Draft.resnet().leader("p", twice).fires("p", 0).thins("filters", 9).codes())
        .isEmpty();
  }

  @Test
  void anUnusedPrunerCompletesNothing() {
    Draft draft =
        Draft.resnet().leader("p", HALF).alone("q", REST).fires("p", 0).thins("filters", 9);

    assertThat(draft.codes()).containsExactlyInAnyOrder("SC201e", "SC305w");
  }

  @Test
  void depthwiseLayersNeedNotBeListedAndWriteOnceTheyAre() {
    String dw = "model.2.0.weight";
    String writer = "model.1.3.weight";

    assertThat(one(List.of(writer), false).codes()).isEmpty();
    assertThat(one(List.of(writer, dw), true).codes()).isEmpty();
    assertThat(one(List.of(writer, dw), false).codes()).containsExactly("SC205e");
    assertThat(one(List.of(dw), false).only("SC201e").data())
        .containsEntry("missing", List.of(writer));
  }

  private static Draft one(List<String> weights, boolean leader) {
    return Draft.of("mobilenet_v1_025")
        .ranked("p", "Filters", leader, weights)
        .fires("p", 0)
        .thins("filters", 9);
  }
}

package io.schedulec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogTest {

  @Test
  void everyClassIsDescribedOnce() {
    Set<String> names = new HashSet<>();
    for (Section section : Section.values()) {
      for (ClassSpec spec : Catalog.classes(section)) {
        assertThat(names.add(spec.name())).as(spec.name()).isTrue();
        assertThat(spec.section()).isEqualTo(section);
        assertThat(spec.doc()).as(spec.name()).endsWith(".");
        assertThat(Catalog.find(spec.name())).contains(spec);
        assertKeys(spec);
      }
    }
    assertThat(names).hasSize(49);
  }

  private static void assertKeys(ClassSpec spec) {
    Set<String> keys = new HashSet<>();
    for (KeySpec key : spec.keys()) {
      assertThat(keys.add(key.name())).as(spec.name() + " " + key.name()).isTrue();
      assertThat(key.doc()).as(key.name()).endsWith(".");
      assertThat(key.required()).as(key.name()).isEqualTo(key.defaultText().isEmpty());
    }
  }

  @Test
  void onlyNormRankingHonoursALeader() {
    List<String> leaders =
        Catalog.classes(Section.PRUNERS).stream()
            .filter(ClassSpec::supportsLeader)
            .map(ClassSpec::name)
            .toList();

    assertThat(leaders)
        .containsExactly(
            "L1RankedStructureParameterPruner",
            "L2RankedStructureParameterPruner",
            "L1RankedStructureParameterPruner_AGP",
            "L2RankedStructureParameterPruner_AGP");
  }

  @Test
  void retiredNamesAreNoClasses() {
    for (String name :
        List.of(
            "StructuredAutomatedGradualPruner",
            "LpRankedStructureParameterPruner",
            "ResnetCifarFilterRemover",
            "DropFilterRegularizer",
            "SymmetricLinearQuantizer")) {
      assertThat(Catalog.find(name)).as(name).isEmpty();
      Retired retired = Retired.ofClass(name).orElseThrow();
      if (!retired.replacement().isEmpty()) {
        assertThat(Catalog.find(retired.replacement())).as(name).isPresent();
      }
    }
  }

  @Test
  void traitsSayWhatChecksAsk() {
    ClassSpec random = Catalog.find("RandomRankedFilterPruner").orElseThrow();
    ClassSpec ramp = Catalog.find("GradientRankedFilterPruner_AGP").orElseThrow();

    assertThat(random.has(Trait.ALWAYS_FILTERS)).isTrue();
    assertThat(random.isStructureRanked()).isTrue();
    assertThat(ramp.has(Trait.ALWAYS_FILTERS)).isFalse();
    assertThat(ramp.isAgp()).isTrue();
    assertThat(ramp.groupTypes()).containsExactly("Filters", "3D");
    assertThat(Catalog.find("FilterRemover").orElseThrow().thins()).isTrue();
  }
}

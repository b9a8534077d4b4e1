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
      assertOutcomes(spec.name(), key);
    }
    assertThat(spec.notes()).as(spec.name()).allMatch(note -> note.endsWith("."));
  }

  /** Whatever can be wrong says what the original trainer does then. */
  private static void assertOutcomes(String owner, KeySpec key) {
    boolean anything = key.type() instanceof ValueType.Any;
    if (!anything) {
      assertThat(key.outcomes()).as(owner + " " + key.name()).isNotEmpty();
    }
    Set<Mistake> mistakes = new HashSet<>();
    for (Outcome outcome : key.outcomes()) {
      assertThat(mistakes.add(outcome.mistake())).as(key.name()).isTrue();
      assertThat(outcome.text()).as(key.name()).matches("(?s)[A-Z].*[.]");
    }
  }

  @Test
  void thePolicysKeysSayWhatHappensToo() {
    assertOutcomes("policy", PolicyShape.INSTANCE_NAME);
    assertOutcomes("policy", PolicyShape.ARGS);
    PolicyShape.TIMING.forEach(key -> assertOutcomes("policy", key));
    PolicyShape.args(Section.PRUNERS).forEach(key -> assertOutcomes("pruner", key));
    PolicyShape.args(Section.REGULARIZERS).forEach(key -> assertOutcomes("regularizer", key));
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
  void retiredClassesAreNoClassesAndLeadToOne() {
    for (Retired retired : Retired.ALL) {
      if (retired.kind() == Retired.Kind.CLASS) {
        assertThat(Catalog.find(retired.name())).as(retired.name()).isEmpty();
        assertThat(Retired.ofClass(retired.name())).contains(retired);
        if (!retired.replacement().isEmpty()) {
          assertThat(Catalog.find(retired.replacement())).as(retired.name()).isPresent();
        }
      }
    }
  }

  @Test
  void retiredThinningsLeadToOnesThatAre() {
    for (Retired retired : Retired.ALL) {
      if (retired.kind() == Retired.Kind.THINNING) {
        assertThat(Thinning.of(retired.name())).as(retired.name()).isEmpty();
        assertThat(Thinning.of(retired.replacement())).as(retired.name()).isPresent();
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

package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.Span;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {
  private static final String SCHEDULE =
      """
      pruners:
        one: {class: AutomatedGradualPruner}
      extensions:
        one: {class: FilterRemover}
      policies:
        - pruner: {instance_name: one}
        - extension:
            instance_name: o¦ne
        - extension: {instance_name: one}
      """;

  @Test
  void aReferenceLeadsToTheInstanceOfItsSection() {
    Marked at = Marked.resnet(SCHEDULE);
    int expected = at.text().indexOf("one: {class: FilterRemover}");

    assertThat(Definitions.at(at.snapshot(), at.offset())).contains(Span.at(expected, 3));
  }

  @Test
  void anInstanceLeadsToItsPolicies() {
    Marked at =
        Marked.resnet(SCHEDULE.replace("¦", "").replace("one: {class: F", "¦one: {class: F"));

    assertThat(Definitions.references(at.snapshot(), at.offset()))
        .hasSize(2)
        .allMatch(span -> at.text(span).equals("one"))
        .allMatch(span -> span.start() > at.text().indexOf("- extension"));
  }

  @Test
  void elsewhereThereIsNothing() {
    assertThat(Definitions.at(Marked.resnet("pruners:\n  ¦").snapshot(), 50)).isEmpty();
    Marked at = Marked.resnet("policies:\n  - pruner: {instance_name: miss¦ing}\n");
    assertThat(Definitions.at(at.snapshot(), at.offset())).isEmpty();
  }

  @Test
  void aBrokenTextKeepsItsDefinitions() {
    Marked at = Marked.resnet(SCHEDULE.replace("¦", "")).then("oops: [\n" + SCHEDULE);

    assertThat(Definitions.at(at.snapshot(), at.offset()))
        .contains(Span.at(at.text().indexOf("one: {class: F"), 3));
  }
}

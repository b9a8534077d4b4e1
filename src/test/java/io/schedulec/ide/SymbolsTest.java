package io.schedulec.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SymbolsTest {
  private static final String SCHEDULE =
      """
      version: 1
      pruners:
        chain:
          class: L1RankedStructureParameterPruner
          weights:
            - layer1.0.conv1.weight
            - fc.weight
      extensions:
        thinner: {class: FilterRemover}
      policies:
        - pruner: {instance_name: chain}
          starting_epoch: 0
          ending_epoch: 30
          frequency: 2
        - extension:
            instance_name: thinner
          epochs: [30]
        - extension:
            instance_name: missing
          epochs: [1, 5]
      """;

  private static List<String> lines(List<Symbol> symbols, String indent) {
    List<String> lines = new ArrayList<>();
    for (Symbol symbol : symbols) {
      lines.add(indent + (symbol.name() + " " + symbol.detail()).strip());
      lines.addAll(lines(symbol.children(), indent + "  "));
      assertThat(symbol.span().contains(symbol.selection())).as(symbol.name()).isTrue();
    }
    return lines;
  }

  private static final List<String> EXPECTED =
      List.of(
          "version",
          "pruners",
          "  chain L1RankedStructureParameterPruner",
          "    layer1.0.conv1.weight",
          "    fc.weight",
          "extensions",
          "  thinner FilterRemover",
          "policies",
          "  chain epochs 0..28 step 2",
          "  thinner epoch 30",
          "  missing epochs 1, 5");

  @Test
  void theTableOfContents() {
    assertThat(lines(Symbols.of(Marked.resnet(SCHEDULE).snapshot()), "")).isEqualTo(EXPECTED);
  }

  @Test
  void aBrokenTextKeepsItInPlace() {
    Marked at = Marked.resnet(SCHEDULE).then("oops: '\n" + SCHEDULE);
    List<Symbol> symbols = Symbols.of(at.snapshot());

    assertThat(lines(symbols, "")).isEqualTo(EXPECTED);
    assertThat(at.text(symbols.get(1).children().get(0).selection())).isEqualTo("chain");
    assertThat(at.text(symbols.get(3).children().get(1).selection()))
        .isEqualTo("instance_name: thinner");
  }

  @Test
  void nothingOfNothing() {
    assertThat(Symbols.of(Marked.plain("").snapshot())).isEmpty();
    assertThat(Symbols.of(Marked.plain("[").snapshot())).isEmpty();
  }
}

package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to break a valid schedule by one slip is found, and every offered repair repairs. */
final class MutationsTest {

  /**
   * A schedule broken by one slip.
   *
   * @param what the slip
   * @param code what must be found, and nothing else
   */
  record Broken(String what, String code, Draft draft) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Broken> broken() {
    List<Broken> all = new ArrayList<>();
    for (int stage = 1; stage <= 3; stage++) {
      List<String> others = Draft.chain(stage % 3 + 1);
      members("stage " + stage, "Filters", Draft.chain(stage), others, all);
    }
    List<String> others = List.of("layer2.1.conv1.weight", "layer2.2.conv1.weight");
    members("readers", "Channels", Draft.readers(), others, all);
    return all.stream();
  }

  private static void members(
      String what, String type, List<String> chain, List<String> others, List<Broken> all) {
    boolean filters = type.equals("Filters");
    String incomplete = filters ? "SC201e" : "SC206e";
    all.add(new Broken(what + " no Leader", "SC205e", draft(type, false, chain)));
    for (int i = 0; i < chain.size(); i++) {
      String at = what + " " + i;
      List<String> drop = new ArrayList<>(chain);
      drop.remove(i);
      all.add(new Broken(at + " dropped", incomplete, draft(type, true, drop)));
      all.add(new Broken(at + " dropped, no Leader", incomplete, draft(type, false, drop)));
      all.add(
          new Broken(at + " swapped", "SC202e", draft(type, true, with(chain, i, others.get(0)))));
      String name = chain.get(i);
      for (String slip :
          List.of(
              name.replace("weight", "wieght"),
              name.replace(".weight", ""),
              name.replaceFirst("[a-z]\\.|[a-z](?=[0-9])", "q$0"),
              name.substring(1))) {
        all.add(new Broken(at + " " + slip, "SC101e", draft(type, true, with(chain, i, slip))));
      }
      List<String> prefixed = with(chain, i, "net." + name);
      all.add(new Broken(at + " prefixed", "SC102e", draft(type, true, prefixed)));
    }
  }

  private static List<String> with(List<String> chain, int at, String name) {
    List<String> copy = new ArrayList<>(chain);
    copy.set(at, name);
    return copy;
  }

  private static Draft draft(String type, boolean leader, List<String> names) {
    String way = type.equals("Filters") ? "filters" : "channels";
    return Draft.resnet().ranked("p", type, leader, names).fires("p", 0).thins(way, 9);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aSlipIsFoundByTheIntendedCode(Broken broken) {
    assertThat(broken.draft().codes()).as(broken.draft().text()).containsExactly(broken.code());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void everyRepairRemovesTheFindingAndAddsNoError(Broken broken) {
    Draft draft = broken.draft();
    for (String text : List.of(draft.text(), flow(draft.text()), windows(draft.text()))) {
      List<Diagnostic> before = draft.check(text);
      for (Diagnostic finding : before) {
        finding.helps().stream()
            .filter(h -> !h.edits().isEmpty())
            .forEach(help -> repaired(draft, text, before, finding, help));
      }
    }
  }

  private static void repaired(
      Draft draft, String text, List<Diagnostic> before, Diagnostic finding, Help help) {
    String after = Edits.apply(text, help.edits());
    List<Diagnostic> left = draft.check(after);

    assertThat(Draft.codes(left))
        .as(help.text() + "\n" + after)
        .doesNotContain(Draft.codes(List.of(finding)).get(0));
    assertThat(left.stream().filter(d -> d.severity() == Severity.ERROR).count())
        .as(help.text() + "\n" + after)
        .isLessThan(before.size());
    assertThat(after.contains("\r\n")).isEqualTo(text.contains("\r\n"));
    assertThat(after.replace("\r\n", "")).doesNotContain("\r");
    assertThat(comments(after)).isEqualTo(comments(text));
    if (text.contains("\r\n")) {
      assertThat(after.replace("\r\n", "")).doesNotContain("\n");
    }
  }

  private static long comments(String text) {
    return text.chars().filter(c -> c == '#').count();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void styleAndPrefixMakeNoDifference(Broken broken) {
    String text = broken.draft().text();

    assertThat(Draft.codes(broken.draft().check(flow(text)))).containsExactly(broken.code());
    assertThat(Draft.codes(broken.draft().check(windows(text)))).containsExactly(broken.code());
    assertThat(Draft.codes(broken.draft().check(text.replace("      - ", "      - module."))))
        .containsExactly(broken.code());
  }

  @Test
  void theOrderOfUnrelatedPrunersMakesNoDifference() {
    List<List<String>> lists =
        List.of(
            Draft.chain(1),
            Draft.chain(2).subList(0, 3),
            List.of("layer3.0.conv1.weigth"),
            List.of("layer3.1.conv1.weight"));
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    for (int turn = 0; turn < 4; turn++) {
      Draft draft = Draft.resnet();
      order.forEach(i -> draft.ranked("p" + i, "Filters", false, lists.get(i)));
      Collections.reverse(order);
      order.forEach(i -> draft.fires("p" + i, 0));

      assertThat(draft.thins("filters", 5).codes())
          .containsExactlyInAnyOrder("SC205e", "SC201e", "SC101e");
      Collections.rotate(order, 1);
    }
  }

  /** The lists of weights in brackets. */
  private static String flow(String text) {
    StringBuilder out = new StringBuilder();
    List<String> items = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("      - ")) {
        items.add(line.substring(8));
        continue;
      }
      if (!items.isEmpty()) {
        out.append(String.join(", ", items)).append("]\n");
        items.clear();
      }
      out.append(line.equals("    weights:") ? "    weights: [" : line + "\n");
    }
    return out.toString();
  }

  /** With the line breaks of Windows and a comment behind each line above the lists. */
  private static String windows(String text) {
    return text.replace(
            "class: L1RankedStructureParameterPruner\n",
            "class: L1RankedStructureParameterPruner # why\n")
        .replace("    weights:\n", "    weights: # these\n")
        .replace("\n", "\r\n");
  }
}

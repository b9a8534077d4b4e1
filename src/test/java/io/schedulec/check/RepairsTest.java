package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An offered edit removes the finding that offers it, and adds no error. */
final class RepairsTest {

  @ParameterizedTest
  @CsvSource({
    "a, resnet20_cifar",
    "b, resnet20_cifar",
    "c, resnet20_cifar.fused",
    "c2, resnet20_cifar",
    "d, resnet20_cifar",
    "e, resnet20_cifar",
    "e2, resnet20_cifar",
    "f, squeezenet1_0",
  })
  void theMockups(String name, String model) throws IOException {
    String text = Files.readString(Path.of("test-schedules", "mockups", name + ".yaml"));
    Draft draft = Draft.of(model).target(Target.DISTILLER);

    repaired(draft, text);
    repaired(draft, text.replace("\n", "\r\n"));
  }

  @Test
  void whatHasSeveralPruners() {
    List<String> chain = Draft.chain(3);
    List<String> more = new ArrayList<>(chain);
    more.add("layer1.0.conv1.weight");
    List<Draft> drafts =
        List.of(
            Draft.resnet().leader("p", chain.subList(0, 2)).leader("q", chain.subList(2, 4)),
            Draft.resnet().alone("p", chain).alone("q", chain.subList(2, 4)),
            Draft.resnet().alone("p", chain.subList(0, 2)).alone("q", more.subList(2, 5)),
            Draft.resnet().alone("p", more).alone("q", Draft.chain(2)),
            Draft.resnet().leader("p", more).alone("q", List.of("layer1.1.conv1.weight")),
            Draft.resnet().leader("p", chain).alone("q", chain.subList(0, 1)),
            Draft.resnet().alone("p", more.subList(2, 5)).leader("q", more.subList(0, 1)));
    for (Draft draft : drafts) {
      draft.fires("p", 0).fires("q", 2).thins("filters", 9);
      assertThat(draft.codes()).isNotEmpty();
      repaired(draft, draft.text());
      repaired(draft, draft.text().replace("\n", "\r\n"));
    }
  }

  @Test
  void aPrunerOfWhichNothingIsLeftGoesWithItsPolicies() {
    List<String> chain = Draft.chain(3);
    Draft draft =
        Draft.resnet()
            .leader("p", chain.subList(0, 2))
            .leader("q", chain.subList(2, 4))
            .fires("p", 0)
            .fires("q", 0)
            .fires("q", 2)
            .thins("filters", 9);
    Help help = draft.only("SC205e").helps().get(0);

    String after = Edits.apply(draft.text(), help.edits());
    Draft whole = Draft.resnet().leader("p", chain).fires("p", 0).thins("filters", 9);
    assertThat(after.lines().sorted().toList()).isEqualTo(whole.text().lines().sorted().toList());
    assertThat(draft.check(after)).isEmpty();
    String anchored = draft.text().replace("  q:", "  q: &q");
    assertThat(draft.check(anchored).get(0).helps().get(0).edits()).isEmpty();
  }

  @Test
  void channelsAndConcatenations() {
    String branch = "mix2.b1.weight";
    List<String> layers = List.of(branch, "mix1.b1.weight");
    for (Target target : Target.values()) {
      for (List<String> names : List.of(layers, List.of(branch))) {
        for (String type : List.of("Channels", "Filters")) {
          Draft draft = Draft.of("tiny_inception").target(target);
          draft.ranked("p", type, false, names).fires("p", 0).thins("contract_model", 9);
          repaired(draft, draft.text());
        }
      }
    }
  }

  private static void repaired(Draft draft, String text) {
    List<Diagnostic> before = draft.check(text);
    for (Diagnostic finding : before) {
      for (Help help : finding.helps()) {
        if (!help.edits().isEmpty()) {
          String after = Edits.apply(text, help.edits());
          List<Diagnostic> left = draft.check(after);

          assertThat(left).as(after).noneMatch(d -> same(d, finding));
          assertThat(errors(left))
              .as(help.text() + "\n" + after)
              .isLessThanOrEqualTo(most(before, finding));
        }
      }
    }
  }

  private static boolean same(Diagnostic one, Diagnostic other) {
    return one.kind() == other.kind() && one.message().equals(other.message());
  }

  /** Of several names that one finding is about, a repair may leave those that resemble nothing. */
  private static long most(List<Diagnostic> before, Diagnostic finding) {
    boolean gone =
        finding.severity() == Severity.ERROR && finding.kind() != DiagnosticKind.UNKNOWN_WEIGHT;
    return errors(before) - (gone ? 1 : 0);
  }

  private static long errors(List<Diagnostic> findings) {
    return findings.stream().filter(d -> d.severity() == Severity.ERROR).count();
  }
}

package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is written, reading ends, and what is said is well formed. */
final class RobustnessTest {
  private static final String SEED =
      """
      x: &d {class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.5}
      pruners:
        p: {<<: *d, weights: [layer1.0.conv1.weight]}
        q:
          class: 'L1RankedStructureParameterPruner' # 😀
          group_type: Filters
          desired_sparsity: 0.5
          noise: 0.1
          weights: >-
            layer1.1.conv1.weight,
            layer1.2.conv1.weight
      regularizers:
        r: {class: GroupLassoRegularizer, reg_regims: {fc.weight: [0.1, Rows]}}
      policies:
        - pruner: {instance_name: p, args: {keep_mask: True}}
          starting_epoch: 0
          ending_epoch: 30
          frequency: 2
        - pruner: {instance_name: "q"}
          epochs: [0, 1]
        - regularizer:
            instance_name: r
          epochs: [2]
      """;

  private static void assertSane(String text) {
    Language.Reading reading = Language.read(SourceFile.of("a.yaml", text));
    for (Diagnostic finding : reading.findings()) {
      String message = finding.message();
      assertThat(message).as(text).hasSizeLessThanOrEqualTo(100).doesNotContain("\n");
      assertThat(Character.isUpperCase(message.charAt(0))).as(message).isFalse();
      assertThat(message).doesNotEndWith(".");
      assertInside(finding.primary().span(), text);
      for (Label label : finding.labels()) {
        assertInside(label.span(), text);
        assertThat(label.text().split(" ", -1).length).as(label.text()).isLessThanOrEqualTo(8);
      }
      finding.helps().forEach(help -> assertOrdered(help, text));
    }
    reading.schedule().ifPresent(RobustnessTest::readAll);
  }

  private static void assertInside(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  private static void assertOrdered(Help help, String text) {
    int end = 0;
    for (Edit edit : help.edits()) {
      assertThat(edit.span().start()).as(help.text()).isGreaterThanOrEqualTo(end);
      end = edit.span().end();
      assertInside(edit.span(), text);
    }
  }

  /** Calls what later phases call. */
  private static void readAll(Schedule schedule) {
    for (Instance instance : schedule.instances()) {
      instance.weights().ifPresent(list -> list.items().forEach(item -> item.span().length()));
      instance.parameterValues();
      instance.groupType();
      instance.leader();
      instance.thinning();
      instance.blockShape();
    }
    for (Policy policy : schedule.policies()) {
      policy.flag("keep_mask");
      policy.timing().ifPresent(timing -> assertThat(timing.firings()).isNotEmpty());
    }
  }

  @Test
  void everyPrefixAndEveryGapOfASchedule() {
    Language.assertValid(SEED);
    for (int i = 0; i < SEED.length(); i++) {
      assertSane(SEED.substring(0, i));
      assertSane(SEED.substring(0, i) + SEED.substring(i + 1));
      assertSane(SEED.substring(0, i) + SEED.charAt(i) + SEED.substring(i));
    }
  }

  @Test
  void everyLineAwayTwiceOrIndented() {
    List<String> lines = SEED.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (String replacement :
          List.of(
              "",
              lines.get(i) + "\n" + lines.get(i),
              "  " + lines.get(i),
              lines.get(i).strip(),
              "\t" + lines.get(i),
              "- " + lines.get(i).strip())) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(i, replacement);
        assertSane(String.join("\n", changed));
      }
    }
  }

  @Test
  void damagedSchedulesOfTheCorpus() throws IOException {
    Random random = new Random(42);
    for (Path path : Shared.files("schedules/distiller", ".yaml")) {
      String text = withoutComments(Files.readString(path));
      for (int i = 0; i < 40; i++) {
        assertSane(damaged(text, random));
      }
    }
  }

  private static String withoutComments(String text) {
    StringBuilder kept = new StringBuilder();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }

  private static String damaged(String text, Random random) {
    StringBuilder result = new StringBuilder(text);
    String signs = ":,[]{}-'\"#&*!|>%@ \n\t\r0aé";
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = random.nextInt(result.length());
      int kind = random.nextInt(3);
      if (kind == 0) {
        result.deleteCharAt(at);
      } else if (kind == 1) {
        result.insert(at, signs.charAt(random.nextInt(signs.length())));
      } else {
        result.insert(at, result.substring(at, Math.min(result.length(), at + random.nextInt(30))));
      }
    }
    return result.toString();
  }

  @Test
  void aKeyBehindAQuestionMarkAtTheEnd() {
    assertSane("? pruners:[");
    assertSane("? pruners");
    assertSane("pruners:");
  }

  @Property(tries = 3000)
  void anyText(@ForAll("texts") String text) {
    assertSane(text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "pruners:",
            "policies:",
            "\n",
            "\n  ",
            "\n    ",
            "- ",
            "pruner:",
            "class: ",
            "weights: ",
            "AutomatedGradualPruner",
            "instance_name: ",
            "epochs: ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            ": ",
            "&a ",
            "*a",
            "<<: ",
            "!!str ",
            "!x ",
            "'",
            "\"",
            "|",
            ">-",
            "# c",
            "---\n",
            "...\n",
            "0",
            "-1",
            "1e-4",
            "50%",
            "null",
            "~",
            "? ",
            "\t",
            "\r\n",
            "\r",
            "😀",
            "\uFEFF",
            "\u0085",
            "%YAML 1.1\n",
            "%TAG ! x\n",
            "\\",
            "a",
            "starting_epoch: ",
            "args: ",
            "reg_regims: ");
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }

  @Test
  void lineBreaksAndByteOrderMarksChangeNothing() {
    for (int i = 0; i < SEED.length(); i += 3) {
      String text = SEED.substring(0, i) + SEED.substring(i + 1);
      List<String> summary = Language.read(text).summary();
      assertThat(Language.read(text.replace("\n", "\r\n")).summary()).as(text).isEqualTo(summary);
      assertThat(Language.read(text.replace("\n", "\r")).summary()).as(text).isEqualTo(summary);
      assertThat(Language.read("\uFEFF" + text).summary()).as(text).isEqualTo(summary);
    }
  }
}

package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, what is wrong is said at a place in it. */
final class HostileTextTest {
  private static final String TEXT = PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS);

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String text) {
    assertThatSaid(text);
  }

  @Test
  void aPlanWithPiecesGoneTwiceOrElsewhereIsReadOrRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      int from = random.nextInt(TEXT.length());
      int to = Math.min(TEXT.length(), from + random.nextInt(20));
      int at = random.nextInt(TEXT.length());
      String piece = TEXT.substring(from, to);
      assertThatSaid(TEXT.substring(0, from) + TEXT.substring(to));
      assertThatSaid(TEXT.substring(0, at) + piece + TEXT.substring(at));
    }
  }

  @Test
  void aTextThatEndsEarlyIsRefusedAtItsEnd() {
    String bare = PlanPrinter.print(SamplePlan.PLAN, Comments.NONE);
    for (int end = 0; end < bare.lastIndexOf("group"); end += 7) {
      assertThatSaid(bare.substring(0, end));
    }
  }

  @Test
  void aQuoteThatIsNotClosedIsShownWhereItOpens() {
    String text = TEXT.replace("\"resnet20_filters.yaml\"", "\"resnet20_filters.yaml");

    assertThat(problems(text))
        .extracting(Diagnostic::message)
        .containsExactly("a quote that is not closed on its line");
    assertThat(text.substring(problems(text).get(0).primary().span().start()))
        .startsWith("\"resnet20_filters.yaml sha256");
  }

  @Test
  void deepListsAreRefused() {
    String deep = TEXT.replace("20.5, []", "20.5, " + "[".repeat(50_000));

    assertThat(problems(deep))
        .extracting(Diagnostic::message)
        .containsExactly("lists nest deeper than 64 times");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epochs 0..4000000000 {",
        "epochs 0..1000001 {",
        "epoch 99999999999999999999 {",
        "epochs 5..1 {",
        "epochs 0..10 step 0 {",
        "epochs 0..10 step 3 {"
      })
  void epochsThatNoTrainingHasAreRefused(String epochs) {
    SourceFile source = SourceFile.of("a.plan", TEXT.replace("epoch 30 {", epochs));

    List<Diagnostic> problems = problems(source.text());

    assertThat(problems).hasSize(1);
    int line = source.position(problems.get(0).primary().span().start()).line();
    assertThat(source.line(line)).isEqualTo(epochs);
  }

  @Test
  void shortTextsForManyNumbersAreRefused() {
    String wide = "[0..2000000000]";
    String many = "[0..900000] ".repeat(60);

    assertThat(problems(TEXT.replace("[0, 24..26]", wide))).hasSize(1);
    assertThat(problems(TEXT.replace("[0, 24..26]", many))).hasSize(1);
  }

  private static List<Diagnostic> problems(String text) {
    return PlanParser.parse(SourceFile.of("a.plan", text)).problems();
  }

  private static void assertThatSaid(String text) {
    PlanParser.Result result = PlanParser.parse(SourceFile.of("a.plan", text));
    assertThat(result.plan().isPresent()).isEqualTo(result.problems().isEmpty());
    for (Diagnostic problem : result.problems()) {
      assertThat(problem.primary().span().end()).isLessThanOrEqualTo(text.length());
      assertThat(problem.message()).isNotEmpty().doesNotContain("mismatched", "viable", "null");
    }
  }
}

package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.Role;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The first law: what is printed reads back to the same, and prints the same again. */
final class RoundTripTest {

  @Provide
  Arbitrary<Plan> plans() {
    return AnyPlan.plans();
  }

  @Provide
  Arbitrary<String> comments() {
    return Arbitraries.strings().ofMaxLength(120);
  }

  @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
  void aPrintedPlanReadsBackToItself(@ForAll("plans") Plan plan) {
    String text = PlanPrinter.print(plan, Comments.NONE);

    Plan read = read(text);

    assertThat(read).isEqualTo(plan);
    assertThat(PlanPrinter.print(read, Comments.NONE)).isEqualTo(text);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void commentsAndLineEndsAndAMarkInFrontChangeNothing(
      @ForAll("plans") Plan plan, @ForAll("comments") String comment) {
    List<List<String>> steps = List.of(List.of(comment, comment), List.of("", comment));
    String name = plan.groups().isEmpty() ? "" : plan.groups().get(0).name();
    String text = PlanPrinter.print(plan, new Comments(Map.of(name, comment), steps));

    assertThat(read(text)).isEqualTo(plan);
    assertThat(read("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(plan);
    assertThat(read(text.replace("\n", "\r"))).isEqualTo(plan);
  }

  @Test
  void aPlanIsReadInAnyLayout() {
    String text = PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS);
    String bare = PlanPrinter.print(SamplePlan.PLAN, Comments.NONE);

    assertThat(read(text)).isEqualTo(SamplePlan.PLAN);
    assertThat(read(bare.replace("\n", " "))).isEqualTo(SamplePlan.PLAN);
    assertThat(read(bare.replace(" axis ", "\n axis\t").replace("{", "{#\"\n")))
        .isEqualTo(SamplePlan.PLAN);
  }

  @Test
  void aHugeTableIsRead() {
    List<List<Integer>> lists =
        IntStream.range(0, 40_000).mapToObj(i -> List.of(i, 7 * i + 50_000)).toList();
    Member member = new Member("a", 0, Role.CHANNELS, new Indices.Table(lists), false);
    Group group = new Group("g", 40_000, List.of(member), List.of());
    Plan plan = new Plan(SamplePlan.HEADER, List.of(group), List.of());

    assertThat(read(PlanPrinter.print(plan, Comments.NONE))).isEqualTo(plan);
  }

  @Test
  void noLineIsWiderThanAPage() {
    String text = PlanPrinter.print(SamplePlan.PLAN, SamplePlan.COMMENTS);

    assertThat(text.lines().skip(3)).allMatch(line -> line.length() <= CommentedLines.WIDTH);
  }

  private static Plan read(String text) {
    PlanParser.Result result = PlanParser.parse(SourceFile.of("a.plan", text));
    assertThat(result.problems()).as(text).isEmpty();
    return result.plan().orElseThrow().plan();
  }
}

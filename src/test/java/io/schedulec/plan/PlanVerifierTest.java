package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fourth law: what is right for a model is accepted, and what is not is refused. */
final class PlanVerifierTest {
  /** Of these, one plan per bundled model: more than five thousand. */
  private static final int SEEDS = 640;

  private static final int SEEDS_TO_BREAK = 30;

  static Stream<String> models() {
    return Bundled.names().stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void acceptsEveryPlanThatIsRight(String name) {
    Bundled model = Bundled.model(name);
    int thinnings = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Plan plan = new PlanGen(model, seed).plan();
      String text = PlanPrinter.print(plan, Comments.NONE);

      Verdict verdict = Verifying.verdict(text, model);

      assertThat(verdict).as("seed %s%n%s", seed, text).isInstanceOf(Verdict.Verified.class);
      VerifiedPlan verified = ((Verdict.Verified) verdict).plan();
      assertThat(verified.plan()).isEqualTo(plan);
      assertThat(verified.groups()).hasSameSizeAs(plan.groups());
      thinnings += plan.groups().size();
    }
    assertThat(thinnings).as("groups that are thinned").isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryPlanThatIsBroken(Mutation mutation) {
    int made = 0;
    for (String name : Bundled.names()) {
      Bundled model = Bundled.model(name);
      for (int seed = 0; seed < SEEDS_TO_BREAK; seed++) {
        Plan plan = new PlanGen(model, seed).plan();
        List<Mutation.Mutant> mutants = new ArrayList<>();
        mutation.of(plan, model, new Random(seed)).ifPresent(mutants::add);
        mutants.forEach(mutant -> assertThatRefused(mutant, model, mutation + " of " + name));
        made += mutants.size();
      }
    }
    assertThat(made).as("plans that were broken so").isGreaterThan(4);
  }

  private static void assertThatRefused(Mutation.Mutant mutant, Bundled model, String what) {
    String text = PlanPrinter.print(mutant.plan(), Comments.NONE);
    SourceFile source = SourceFile.of("broken.plan", text);
    Verdict verdict = Verifying.verdict(text, model);

    assertThat(verdict).as("%s%n%s", what, text).isInstanceOf(Verdict.Broken.class);
    List<String> found = new ArrayList<>();
    for (Diagnostic problem : ((Verdict.Broken) verdict).problems()) {
      int line = source.position(problem.primary().span().start()).line();
      found.add(source.line(line).strip() + " | " + problem.message());
    }
    assertThat(found)
        .as("%s%n%s", what, text)
        .anyMatch(f -> f.contains(mutant.message()) && f.startsWith(mutant.line()));
  }
}

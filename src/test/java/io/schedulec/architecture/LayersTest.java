package io.schedulec.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lower packages do not know higher ones. */
class LayersTest {

  @Test
  void thereAreClassesToCheck() {
    assertThat(ProgramClasses.MAIN).hasSizeGreaterThan(40);
    assertThat(ProgramClasses.ALL).hasSizeGreaterThan(ProgramClasses.MAIN.size() + 5);
    for (String name : Layers.packages("source", "diagnostic", "graph", "channel", "cli")) {
      assertThat(ProgramClasses.MAIN).as(name).anyMatch(type -> type.getPackageName().equals(name));
    }
  }

  @Test
  void everyPackageHasItsLayer() {
    classes()
        .should(Conditions.satisfy("be in a package that Layers knows", Layers::knows))
        .check(ProgramClasses.MAIN);
  }

  static IntStream layers() {
    return IntStream.range(0, Layers.count() - 1);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void knowsNothingOfHigherLayers(int layer) {
    noClasses()
        .that()
        .resideInAnyPackage(Layers.of(layer))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Layers.above(layer))
        .allowEmptyShould(true)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching(Layers.ROOT + ".(**)").should().beFreeOfCycles().check(ProgramClasses.MAIN);
  }

  /** The command that starts the server is the one door between them. */
  @Test
  void commandLineAndEditorAreApart() {
    noClasses()
        .that(inPackage("cli"))
        .and()
        .doNotHaveSimpleName("Serving")
        .should()
        .dependOnClassesThat(inPackage("lsp"))
        .check(ProgramClasses.MAIN);
    noClasses()
        .that()
        .haveSimpleName("Serving")
        .should()
        .dependOnClassesThat(inPackage("lsp").and(DescribedPredicate.not(simpleName("LspServer"))))
        .check(ProgramClasses.MAIN);
    noClasses()
        .that(inPackage("lsp"))
        .should()
        .dependOnClassesThat(inPackage("cli"))
        .check(ProgramClasses.MAIN);
  }

  @Test
  void theKernelKnowsPlansAndModelsOnly() {
    String[] known = Layers.packages("kernel", "plan", "graph", "channel");
    noClasses()
        .that()
        .resideInAnyPackage(Layers.packages("kernel"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(Layers.ROOT + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(known))))
        .allowEmptyShould(true)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void rulesDoNotKnowEachOther() {
    classes()
        .that()
        .resideInAnyPackage(Layers.packages("channel.rule"))
        .and()
        .haveSimpleNameEndingWith("Rule")
        .should(Conditions.notDependOnSiblings("Rule"))
        .allowEmptyShould(true)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void checksDoNotKnowEachOther() {
    classes()
        .that()
        .resideInAnyPackage(Layers.packages("check"))
        .and()
        .haveSimpleNameEndingWith("Check")
        .should(Conditions.notDependOnSiblings("Check"))
        .allowEmptyShould(true)
        .check(ProgramClasses.MAIN);
  }

  private static DescribedPredicate<JavaClass> inPackage(String name) {
    return resideInAnyPackage(Layers.packages(name));
  }
}

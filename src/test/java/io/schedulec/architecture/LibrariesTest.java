package io.schedulec.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Files;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each library has its one user, and so do files and standard streams. */
class LibrariesTest {

  @ParameterizedTest
  @CsvSource({
    "org.yaml.., yaml",
    "org.apache.commons.cli.., cli",
    "com.google.gson.., text|diagnostic.render|inspect|reference|lsp|run|graph.pt2",
    "org.nd4j.., kernel",
    "org.bytedeco.., kernel",
    "ai.onnxruntime.., verify",
    "org.eclipse.lsp4j.., lsp",
    "io.schedulec.grammar.., plan|selector",
    "org.antlr.., plan|selector",
  })
  void hasOneUser(String library, String users) {
    DescribedPredicate<JavaClass> user =
        resideInAnyPackage(Layers.packages(users.split("\\|", -1)))
            .or(resideInAnyPackage(Layers.GENERATED));
    noClasses()
        .that(DescribedPredicate.not(user))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void dependsOnNothingElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Layers.ROOT + "..",
            "java..",
            "org.jspecify..",
            "org.yaml..",
            "org.apache.commons.cli..",
            "com.google.gson..",
            "org.nd4j..",
            "org.bytedeco..",
            "ai.onnxruntime..",
            "org.eclipse.lsp4j..",
            "org.antlr..")
        .check(ProgramClasses.MAIN);
  }

  @Test
  void onlyTheEdgesTouchFiles() {
    outside("cli", "lsp", "analysis", "corpus", "graph.onnx", "run", "verify")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Files.class)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void onlyTheEdgesTouchStandardStreams() {
    outside("cli", "lsp", "analysis")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(ProgramClasses.MAIN);
  }

  @Test
  void nothingReflectsOrServes() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect", "java.util.logging", "java.net.http")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.ServiceLoader.class);
    rule.check(ProgramClasses.MAIN);
  }

  @Test
  void everyPackageSaysThatNothingIsNull() {
    classes().should(beInNullMarkedPackage()).check(ProgramClasses.ALL);
  }

  private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outside(
      String... packages) {
    return noClasses().that(DescribedPredicate.not(resideInAnyPackage(Layers.packages(packages))));
  }

  private static ArchCondition<JavaClass> beInNullMarkedPackage() {
    return new ArchCondition<>("be in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        boolean marked =
            home.getName().equals(Layers.GENERATED)
                || home.getName().endsWith(".jmh_generated")
                || home.isAnnotatedWith(NullMarked.class);
        String message = home.getName() + " is not @NullMarked, as " + type.getName() + " shows";
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}

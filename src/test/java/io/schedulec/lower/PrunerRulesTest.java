package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PrunerRulesTest {

  @Test
  void everyRuleHasATest() {
    Path folder = Path.of("src", "test", "java", "io", "schedulec", "lower");
    for (PrunerRule rule : PrunerRules.all()) {
      String test = rule.getClass().getSimpleName() + "Test.java";
      assertThat(Files.exists(folder.resolve(test))).as(test).isTrue();
    }
  }

  @Test
  void aClassHasOneRuleAndTheKeysThatTheRuleKnows() {
    Set<String> seen = new HashSet<>();
    for (PrunerRule rule : PrunerRules.all()) {
      Set<String> keys = new HashSet<>();
      for (String name : rule.classes()) {
        assertThat(seen.add(name)).as("one rule for %s", name).isTrue();
        ClassSpec spec = Catalog.find(Section.PRUNERS, name).orElseThrow();
        spec.keys().forEach(key -> keys.add(key.name()));
      }
      assertThat(keys).containsAll(rule.keys());
    }
  }

  @Test
  void thePageOfRefusalsNamesEveryClassThatIsCovered() {
    String page = Pages.text(DiagnosticKind.NOT_COMPILABLE).orElseThrow();
    for (PrunerRule rule : PrunerRules.all()) {
      for (String name : rule.classes()) {
        assertThat(page).contains("`" + name.replace("_AGP", "") + "`");
      }
    }
  }
}

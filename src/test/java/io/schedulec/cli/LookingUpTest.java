package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Section;
import io.schedulec.reference.Manual;
import io.schedulec.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code schedulec manual} and {@code schedulec schema}. */
final class LookingUpTest {
  private static final Path GOLDENS = Path.of("src/test/resources/reference");

  private final Session session =
      new Session(new ManualCommand(LookingUp::manual), new SchemaCommand(LookingUp::schema));

  @Test
  void theManualIsMarkdown() {
    assertThat(session.run("manual", "--format", "markdown")).isEqualTo(ExitCode.OK);
    Golden.check(GOLDENS.resolve("manual.md"), session.out());
  }

  @Test
  void theManualFitsTheTerminal() {
    assertThat(session.run("manual")).isEqualTo(ExitCode.OK);
    assertThat(session.out().lines()).allMatch(line -> line.length() <= Terminal.DEFAULT_WIDTH);
    assertThat(session.out()).contains("names of earlier versions");
  }

  @ParameterizedTest
  @EnumSource(Section.class)
  void eachClassIsInItWithEachKey(Section section) {
    String manual = Manual.text();
    for (ClassSpec spec : Catalog.classes(section)) {
      assertThat(manual).contains("\n### " + spec.name() + "\n");
      Session one = new Session(new ManualCommand(LookingUp::manual));
      assertThat(one.run("manual", spec.name())).isEqualTo(ExitCode.OK);
      assertThat(one.out()).startsWith(spec.name() + ": a class of " + section.key() + "\n");
      spec.keys().forEach(key -> assertThat(one.out()).contains("- `" + key.name() + "` "));
    }
  }

  @Test
  void aPartOfItCanBeHad() {
    for (String part : Manual.parts()) {
      assertThat(session.run("manual", part)).as(part).isEqualTo(ExitCode.OK);
    }
    assertThat(session.err()).isEmpty();
  }

  @Test
  void whatIsNoClassIsRefused() {
    assertThat(session.run("manual", "StepRL")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("manual", "DropFilterRegularizer")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("manual", "StepLR", "MultiStepLR")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("schema", "pruners")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err())
        .contains("did you mean StepLR?", "schedules cannot reach it", "at a time", "no arguments");
  }

  @Test
  void theSchemaIsOneJsonText() {
    assertThat(session.run("schema")).isEqualTo(ExitCode.OK);
    assertThat(JsonParser.parseString(session.out()).getAsJsonObject().keySet())
        .contains("$schema", "properties", "$defs");
  }
}

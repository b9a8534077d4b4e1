package io.schedulec.hooks;

import static io.schedulec.hooks.Repository.broken;
import static io.schedulec.hooks.Repository.mended;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pre-commit makes of the hooks that this project offers. */
class PreCommitTest {
  private static final Path MANIFEST = Path.of(".pre-commit-hooks.yaml");

  @TempDir private Path scratch = Path.of("");

  @BeforeEach
  void programs() {
    Tools.need("git");
    Tools.need("pre-commit");
  }

  private Tools tools() throws IOException {
    return new Tools(scratch.resolve("home"));
  }

  /** A repository whose configuration takes the hook from a repository that has the manifest. */
  private Repository using(Tools tools, String... settings) throws IOException {
    Repository hooks = new Repository(scratch.resolve("the hooks"), tools);
    hooks.stage(MANIFEST.toString(), Files.readString(MANIFEST)).commit();
    String configuration =
        """
        repos:
          - repo: '%s'
            rev: %s
            hooks:
              - id: schedulec
        """
            .formatted(hooks.folder(), hooks.git("rev-parse", "HEAD"));
    StringBuilder all = new StringBuilder(configuration);
    for (String setting : settings) {
      all.append(" ".repeat(8)).append(setting).append('\n');
    }
    Repository repository = new Repository(scratch.resolve("a repository"), tools).withModel();
    repository.stage(".pre-commit-config.yaml", all.toString());
    tools.runs(repository.folder(), "pre-commit", "install");
    return repository;
  }

  private static void assertRefused(Tools.Outcome outcome, String name) {
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.output())
        .contains("check pruning schedules", "Failed", "SC201", name + ":10:15");
  }

  private static void assertPassed(Tools.Outcome outcome) {
    assertThat(outcome.code()).isZero();
    assertThat(outcome.output()).contains("check pruning schedules", "Passed");
  }

  @Test
  void theManifestIsValid() throws IOException {
    tools().runs(Path.of("."), "pre-commit", "validate-manifest", MANIFEST.toString());
  }

  @Test
  void aBrokenScheduleIsRefusedAndAMendedOneIsNot() throws IOException {
    Repository repository = using(tools()).stage("some schedules/a.yaml", broken());
    assertRefused(repository.tryCommit(), "some schedules/a.yaml");
    assertPassed(repository.stage("some schedules/a.yaml", mended()).tryCommit());
  }

  @Test
  void otherYamlFilesPass() throws IOException {
    Repository repository = using(tools()).stage("compose.yaml", "services: {}\n");
    assertPassed(repository.tryCommit());
  }

  @Test
  void argumentsOfTheUser() throws IOException {
    Repository repository = using(tools(), "args: [--ignore, SC201]");
    assertPassed(repository.stage("a.yaml", broken()).tryCommit());
  }

  /** As the README has it, for repositories that keep their models. */
  @Test
  void schedulesAreCheckedAgainWhenTheirModelsChange() throws IOException {
    Repository repository =
        using(
            tools(),
            "args: [schedules]",
            "pass_filenames: false",
            "files: '\\.(ya?ml|onnx)$'",
            "types: [file]");
    repository.stage("schedules/a.yaml", broken()).commit();
    assertThat(repository.stage("x.txt", "nothing\n").tryCommit().output()).contains("Skipped");
    assertRefused(repository.stage("models/other.onnx", "x\n").tryCommit(), "schedules/a.yaml");
  }
}

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hook of Git alone judges what would be committed, and says nothing if that is well. */
class GitHookTest {
  private static final Path HOOK = Path.of("src/main/hooks/git-pre-commit");
  private static final Tools.Outcome SILENCE = new Tools.Outcome(0, "");

  @TempDir private Path scratch = Path.of("");

  @BeforeEach
  void programs() {
    Tools.need("git");
    Tools.need("xargs");
  }

  private Repository repository() throws IOException {
    Tools tools = new Tools(scratch.resolve("home"));
    Repository repository = new Repository(scratch.resolve("a repository"), tools);
    Path hook = repository.folder().resolve(".git/hooks/pre-commit");
    Tools.script(hook, Files.readString(HOOK));
    return repository.withModel();
  }

  private static void assertRefused(Repository repository, String name) {
    Tools.Outcome outcome = repository.tryCommit();
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.output()).contains("SC201", name + ":10:15", "layer3.2.conv2");
    assertThat(repository.git("diff", "--cached", "--name-only")).isNotEmpty();
  }

  private static void assertCommitted(Repository repository) {
    assertThat(repository.tryCommit()).isEqualTo(SILENCE);
    assertThat(repository.git("diff", "--cached", "--name-only")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.yaml", "schedules/a  b.yaml", "$(x) 'ö'\\.yaml", "-x.yaml", "1:x.yaml"})
  void aBrokenScheduleIsRefusedAndAMendedOneIsNot(String name) throws IOException {
    Repository repository = repository().stage(name, broken());
    assertRefused(repository, name);
    assertCommitted(repository.stage(name, mended()));
  }

  /** No glob of a configuration fits such a name, so the schedule says its model itself. */
  @Test
  void aNameWithALineBreak() throws IOException {
    String model = "# schedulec: model=models/resnet 20.onnx\n";
    Repository repository = repository().stage("two\nlines.yaml", model + broken());
    assertThat(repository.tryCommit().output()).contains("SC201");
    assertCommitted(repository.stage("two\nlines.yaml", model + mended()));
  }

  @Test
  void oneOfSeveral() throws IOException {
    Repository repository = repository().stage("a.yaml", mended()).stage("b.yaml", broken());
    assertRefused(repository.stage("c.yaml", mended()), "b.yaml");
  }

  @Test
  void whatIsStagedCountsAndNotTheWorkingTree() throws IOException {
    Repository repository = repository();
    assertRefused(repository.stage("a.yaml", broken()).write("a.yaml", mended()), "a.yaml");
    assertCommitted(repository.stage("a.yaml", mended()).write("a.yaml", broken()));
    assertThat(repository.git("status", "--porcelain")).isEqualTo("M a.yaml");
  }

  @Test
  void aFileThatIsNamedToCommit() throws IOException {
    Repository repository = repository().stage("a.yaml", mended()).stage("b.yaml", mended());
    repository.commit();
    repository.stage("a.yaml", broken()).write("b.yaml", mended() + "# changed\n");
    repository.git("commit", "--quiet", "--message", "only b", "--", "b.yaml");
    assertRefused(repository, "a.yaml");
  }

  @Test
  void deletedAndRenamed() throws IOException {
    Repository repository = repository().stage("a.yaml", broken()).stage("b.yaml", broken());
    repository.commit();
    repository.git("rm", "--quiet", "a.yaml");
    assertCommitted(repository);
    repository.git("mv", "b.yaml", "renamed.yaml");
    assertRefused(repository, "renamed.yaml");
  }

  @Test
  void theFirstCommit() throws IOException {
    Repository repository = repository();
    repository.git("checkout", "--quiet", "--orphan", "anew");
    assertRefused(repository.stage("a.yaml", broken()), "a.yaml");
  }

  @Test
  void noSchedules() throws IOException {
    Repository repository = repository().write("not-staged.yaml", broken());
    assertCommitted(repository.stage("compose.yaml", "services: {}\n").stage("x.txt", broken()));
  }

  @Test
  void schedulesAreCheckedAgainWhenTheirModelsChange() throws IOException {
    Repository repository = repository().stage("sub/a.yaml", broken());
    repository.commit();
    assertCommitted(repository.stage("notes.txt", "nothing\n"));
    assertRefused(repository.stage("models/other.onnx", "another\n"), "sub/a.yaml");
    repository.commit();
    assertRefused(
        repository.stage("sub/schedulec.yaml", "models: {a.yaml: ../models/resnet 20.onnx}\n"),
        "sub/a.yaml");
  }
}

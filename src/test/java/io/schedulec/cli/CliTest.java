package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {
  private final Session session =
      new Session(
          new CheckCommand((request, terminal) -> ExitCode.FINDINGS),
          new InspectCommand((request, terminal) -> ExitCode.OK),
          new ExplainCommand(Explaining::run),
          new LspCommand(terminal -> ExitCode.OK));

  @Test
  void passesTheExitCodeOn() {
    assertThat(session.run("check", "a.yaml")).isEqualTo(ExitCode.FINDINGS);
    assertThat(session.run("inspect", "a.onnx")).isEqualTo(ExitCode.OK);
    assertThat(session.run("lsp", "--stdio")).isEqualTo(ExitCode.OK);
    assertThat(session.err()).isEmpty();
  }

  @Test
  void saysItsVersion() {
    assertThat(session.run("--version")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).startsWith("schedulec ").endsWith(")\n");
  }

  @Test
  void helpShowsAnExampleOfEveryCommand() {
    assertThat(session.run("--help")).isEqualTo(ExitCode.OK);
    assertThat(session.out())
        .contains("\n  schedulec check --model ")
        .contains("\n  schedulec inspect ")
        .contains("\n  schedulec explain ")
        .contains("\n  schedulec lsp\n");
  }

  @Test
  void helpOfACommandIsTheSameBothWays() {
    Session other = new Session(new ExplainCommand(Explaining::run));
    session.run("help", "explain");
    other.run("explain", "--help");
    assertThat(session.out())
        .isEqualTo(other.out())
        .contains("usage: schedulec explain [CODE|REASON|'LAST LINE OF A TRACEBACK']");
  }

  @Test
  void withoutArgumentsItIsRefusedWithTheHelp() {
    assertThat(session.run()).isEqualTo(ExitCode.REFUSED);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains("usage: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chekc | unknown command chekc, did you mean check?",
        "frobnicate | unknown command frobnicate, there is check, inspect, explain, lsp, help",
        "--verison | unknown option --verison, did you mean --version?",
        "help chekc | unknown command chekc, did you mean check?",
        "check --modle x | unknown option --modle, did you mean --model? (schedulec help check)",
        "check --modle=x | unknown option --modle, did you mean --model? (schedulec help check)",
        "check --mod x | unknown option --mod, did you mean --model? (schedulec help check)",
        "check -x | unknown option -x (schedulec help check)",
        "check --model | option --model needs a value: FILE (schedulec help check)",
        "explain SC2O1 | unknown code \"SC2O1\", did you mean SC201?",
        "explain chain-incomplet | unknown code \"chain-incomplet\", did you mean chain-incomplete?",
        "explain graph-ouput | unknown code \"graph-ouput\", did you mean graph-output?",
        "explain SC201 SC202 | explain takes one code at a time",
        "inspect | inspect needs one model, not 0",
        "inspect --ops --groups a | inspect shows one of --weights, --groups, --ops, --why and --summary at a time",
        "lsp a.yaml | lsp takes no arguments, but got \"a.yaml\"",
        "lsp --stdoi | unknown option --stdoi, did you mean --stdio? (schedulec help lsp)",
        "inspect --format tabel a | --format does not know \"tabel\", did you mean table?",
      })
  void refusesInOneSentence(String line, String sentence) {
    assertThat(session.run(line.split(" ", -1))).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).isEqualTo("schedulec: " + sentence + "\n");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void aBugIsOneLine() {
    Session buggy = new Session(new ExplainCommand((code, terminal) -> oops()));
    assertThat(buggy.run("explain")).isEqualTo(ExitCode.BUG);
    assertThat(buggy.err())
        .isEqualTo(
            "schedulec: this is a bug in schedulec, please report it with the file that causes it:"
                + " java.lang.IllegalStateException: two lines; --debug shows where it happened\n");
  }

  @Test
  void aBugShowsItsPlaceWithDebug() {
    Session buggy = new Session(new ExplainCommand((code, terminal) -> oops()));
    assertThat(buggy.run("explain", "--debug")).isEqualTo(ExitCode.BUG);
    assertThat(buggy.err()).contains("\tat io.schedulec.cli.CliTest.oops(");
  }

  @Test
  void tooDeepIsABugToo() {
    Session buggy = new Session(new ExplainCommand((code, terminal) -> forever(0)));
    assertThat(buggy.run("explain")).isEqualTo(ExitCode.BUG);
    assertThat(buggy.err()).contains("java.lang.StackOverflowError").hasLineCount(1);
  }

  @Test
  void tooBigIsABugToo() {
    Session buggy =
        new Session(
            new ExplainCommand(
                (code, terminal) -> {
                  throw new OutOfMemoryError("Java heap space");
                }));
    assertThat(buggy.run("explain")).isEqualTo(ExitCode.BUG);
    assertThat(buggy.err()).contains("OutOfMemoryError: Java heap space").hasLineCount(1);
  }

  private static int oops() {
    throw new IllegalStateException("two\nlines");
  }

  private static int forever(int depth) {
    return depth < 0 ? 0 : forever(depth + 1) + depth;
  }
}

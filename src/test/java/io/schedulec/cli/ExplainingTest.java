package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code schedulec explain}. */
final class ExplainingTest {
  private final Session session = new Session(new ExplainCommand(Explaining::run));

  @Test
  void aCodeAndANameHaveThePage() {
    assertThat(session.run("explain", "sc201")).isEqualTo(ExitCode.OK);
    String page = session.out();
    Session other = new Session(new ExplainCommand(Explaining::run));
    other.run("explain", "chain-incomplete");

    assertThat(page)
        .startsWith("error[SC201 chain-incomplete]: ")
        .contains("\n  bad\n", "\n  output\n", "\n  good\n");
    assertThat(other.out()).isEqualTo(page);
  }

  @Test
  void aTracebackHasThePageToo() {
    assertThat(session.run("explain", "ValueError: Class named 'X' does not exist")).isZero();
    assertThat(session.out()).startsWith("error[SC402 ");
  }

  @Test
  void aTracebackWithoutQuotesIsPutTogether() {
    assertThat(session.run("explain", "KeyError:", "frequency")).isZero();
    assertThat(session.out()).startsWith("error[SC308 ");
  }

  @Test
  void whatSeveralFindingsStandForIsListed() {
    assertThat(session.run("explain", "KeyError: 'class'")).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            the original trainer says this for
              SC405 missing-key  a key that is required
              SC406 wrong-type   a value of the wrong type

            schedulec explain CODE says more
            """);
  }

  @Test
  void pagesAreSearched() {
    assertThat(session.run("explain", "--search", "KeyError: 'class'")).isZero();
    assertThat(session.run("explain", "--search", "depthwise convolution")).isZero();
    assertThat(session.out()).contains("SC405 missing-key", "SC410 wrong-rank");
    assertThat(session.run("explain", "--search", "eels")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aListIsWhatComesWithoutAnArgument() {
    session.run("explain", "--list");
    Session other = new Session(new ExplainCommand(Explaining::run));
    other.run("explain");

    assertThat(session.out()).isEqualTo(other.out()).contains("SC201", "graph-output");
  }

  @Test
  void whatIsNothingOfThatIsRefused() {
    assertThat(session.run("explain", "SC999")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("explain", "SC201", "SC202")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.run("explain", "SC201", "--list")).isEqualTo(ExitCode.REFUSED);
    assertThat(session.err()).contains("unknown code \"SC999\"", "one code at a time", "only one");
  }
}

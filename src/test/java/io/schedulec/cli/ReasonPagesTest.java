package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.rule.Reason;
import io.schedulec.diagnostic.render.RenderOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonPagesTest {
  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasAPageWithATrace(Reason reason) {
    String page = ReasonPages.of(reason, new RenderOptions(80, false, false));

    assertThat(page).startsWith(reason.word() + ": ");
    assertThat(page.lines().filter(line -> line.contains(" -> ") || line.contains(" <- ")))
        .isNotEmpty();
    assertThat(page.lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void pagesStayWithinAsciiAndNarrowTerminals(Reason reason) {
    String page = ReasonPages.of(reason, new RenderOptions(40, true, false));

    assertThat(page).isASCII();
    assertThat(page).doesNotContain("?");
    assertThat(page.lines().filter(line -> !line.startsWith("    ")))
        .allMatch(l -> l.length() <= 40);
  }

  @Test
  void explainListsThemAndShowsThem() {
    Session session = new Session(new ExplainCommand(Explaining::run));

    assertThat(session.run("explain")).isEqualTo(ExitCode.OK);
    for (Reason reason : Reason.values()) {
      assertThat(session.out()).contains("  " + reason.word() + " ").contains(reason.sentence());
    }
    assertThat(session.out()).contains("SC201");
    assertThat(session.run("explain", "graph-output")).isEqualTo(ExitCode.OK);
    assertThat(session.out()).contains("graph-output: the model's output has these channels");
  }
}

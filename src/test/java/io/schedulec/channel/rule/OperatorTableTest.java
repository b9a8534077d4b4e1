package io.schedulec.channel.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README has the table that the rules make. */
final class OperatorTableTest {
  private static final Path README = Path.of("README.md");
  private static final String START = "<!-- operators -->\n";
  private static final String END = "<!-- end of operators -->";

  @Test
  void theReadmeHasIt() throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf(START) + START.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          README, text.substring(0, start) + OperatorTable.markdown() + text.substring(end));
    }
    String now = Files.readString(README);
    assertThat(now.substring(start, now.indexOf(END))).isEqualTo(OperatorTable.markdown());
  }

  @Test
  void everyRowSaysHowChannelsPass() {
    assertThat(OperatorTable.markdown().lines())
        .allMatch(line -> line.split("\\|", -1)[2].length() > 3);
  }
}

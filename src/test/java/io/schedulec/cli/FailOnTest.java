package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailOnTest {

  @Test
  void failsFromItsSeverityOn() {
    assertThat(reaching(FailOn.ERROR)).containsExactly(Severity.ERROR);
    assertThat(reaching(FailOn.WARNING)).containsExactly(Severity.ERROR, Severity.WARNING);
    assertThat(reaching(FailOn.INFO)).containsExactly(Severity.values());
    assertThat(reaching(FailOn.NEVER)).isEmpty();
  }

  private static List<Severity> reaching(FailOn level) {
    return Arrays.stream(Severity.values()).filter(level::reachedBy).toList();
  }
}

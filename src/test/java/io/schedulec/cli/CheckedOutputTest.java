package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {

  @Test
  void remembersWhyOutputWasLost() {
    assertThat(failureAfter("No space left on device")).isEqualTo("No space left on device");
  }

  @Test
  void aReaderThatHasReadEnoughIsNoFailure() {
    assertThat(failureAfter("Broken pipe")).isEmpty();
  }

  private static String failureAfter(String reason) {
    CheckedOutput output = new CheckedOutput(new Failing(reason));
    try (PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      stream.println("one");
      stream.println("two");
    }
    return output.failure();
  }

  /** Fails at every write. */
  private static final class Failing extends OutputStream {
    private final String reason;

    Failing(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}

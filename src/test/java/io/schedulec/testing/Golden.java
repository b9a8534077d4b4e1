package io.schedulec.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what users see.
 *
 * <p>{@code mvn test -Dgolden.update=true} rewrites them; a missing one is written and fails.
 */
public final class Golden {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /** Compares an output with its golden file. */
  public static void check(Path expected, String actual) {
    try {
      boolean missing = !Files.exists(expected);
      if (UPDATE || missing) {
        Files.createDirectories(expected.toAbsolutePath().getParent());
        Files.writeString(expected, actual);
      }
      assertThat(missing && !UPDATE)
          .as("golden file %s was missing; it has been written, read it", expected)
          .isFalse();
      assertThat(actual).as("golden file %s", expected).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

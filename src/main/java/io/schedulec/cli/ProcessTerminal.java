package io.schedulec.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The terminal of this process, from the environment and from what the launcher found out.
 *
 * <p>The streams are not {@code System.out} and {@code System.err}: on Java 17 their charset
 * depends on whether they go to a terminal, and they swallow a full disk.
 */
final class ProcessTerminal {
  /** A terminal that says it has fewer columns is wrong, or must wrap. */
  private static final int NARROW = 40;

  private final CheckedOutput output = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
  private final Terminal terminal;

  ProcessTerminal() {
    Charset locale = localeCharset();
    // ASCII is a subset of UTF-8, and a file name that is not ASCII should survive.
    Charset charset = locale.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : locale;
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    boolean ascii =
        dumb || Boolean.getBoolean("schedulec.ascii") || !locale.equals(StandardCharsets.UTF_8);
    terminal =
        new Terminal(
            System.in,
            new PrintStream(new BufferedOutputStream(output, 1 << 13), false, charset),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
            Math.max(NARROW, Integer.getInteger("schedulec.columns", Terminal.DEFAULT_WIDTH)),
            Boolean.getBoolean("schedulec.terminal") && !dumb && !noColor(),
            ascii,
            Boolean.getBoolean("schedulec.terminal.error") && !dumb,
            Path.of(""));
  }

  Terminal terminal() {
    return terminal;
  }

  /** Writes what is left, and returns the exit code, which is another if the result got lost. */
  int close(int exitCode) {
    terminal.out().flush();
    String failure = output.failure();
    if (failure.isEmpty()) {
      return exitCode;
    }
    terminal.err().println("schedulec: cannot write the result: " + failure);
    return ExitCode.REFUSED;
  }

  private static boolean noColor() {
    String value = System.getenv("NO_COLOR");
    return value != null && !value.isEmpty();
  }

  private static Charset localeCharset() {
    String name = System.getProperty("native.encoding", "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
  }
}

package io.schedulec.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command line of this process, as Linux shows it. ONNX Runtime 1.29 reads it when it is loaded
 * and crashes the process where it is longer than a page.
 */
final class CommandLine {
  private static final Path SELF = Path.of("/proc/self/cmdline");
  private static final int PAGE = 4096;

  private CommandLine() {}

  /** Whether it is too long for ONNX Runtime. */
  static boolean tooLong() {
    return tooLong(SELF);
  }

  static boolean tooLong(Path file) {
    try {
      return Files.exists(file) && Files.readAllBytes(file).length >= PAGE;
    } catch (IOException e) {
      return false;
    }
  }
}

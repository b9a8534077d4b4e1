package io.schedulec.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the temporary directory into which ONNX Runtime has unpacked its libraries for this
 * process, and which it would leave behind. On Linux a file can go once it is loaded.
 */
final class Unpacked {
  private static final Path LOADED = Path.of("/proc/self/maps");
  private static final String NAME = "/onnxruntime-java";

  private Unpacked() {}

  /** Removes it, where that is possible. */
  static void remove() {
    for (Path folder : folders()) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        // It stays, as it would have without this.
      }
    }
  }

  /** The folders from which this process has loaded libraries. */
  static List<Path> folders() {
    if (!Files.isReadable(LOADED)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(LOADED)) {
      return lines
          .filter(line -> line.contains(NAME) && line.endsWith(".so"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))).resolveSibling(""))
          .map(Path::normalize)
          .distinct()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

package io.schedulec.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The collection of models, oracles and schedules that may lie beside the project. */
public final class Shared {
  private static final Path ROOT = Path.of("..", "shared");

  private Shared() {}

  /** A file of the collection; the test is skipped, with a message, where it is absent. */
  public static Path file(String name) {
    Path path = ROOT.resolve(name);
    assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not here");
    return path;
  }

  /**
   * The files of a folder of the collection whose names end so, sorted; none where it is absent.
   */
  public static List<Path> files(String folder, String ending) {
    Path path = ROOT.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(path)) {
      return list.filter(p -> p.getFileName().toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the collection is here. */
  public static boolean present() {
    return Files.isDirectory(ROOT);
  }
}

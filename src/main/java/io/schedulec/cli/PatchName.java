package io.schedulec.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.StringJoiner;

/** How a diff calls a file: relative to the folder in which the diff is applied. */
final class PatchName {
  private PatchName() {}

  /**
   * The name with slashes, below the folder if the file is; else without the root.
   *
   * @param directory the folder that relative names are relative to
   */
  static String of(String name, Path directory) {
    try {
      Path folder = directory.toAbsolutePath().normalize();
      Path file = folder.resolve(name).normalize();
      return slashes(file.startsWith(folder) ? folder.relativize(file) : Path.of(name).normalize());
    } catch (InvalidPathException e) {
      return name;
    }
  }

  private static String slashes(Path path) {
    StringJoiner joined = new StringJoiner("/");
    path.forEach(part -> joined.add(part.toString()));
    return joined.toString();
  }
}

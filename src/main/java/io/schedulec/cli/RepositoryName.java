package io.schedulec.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.StringJoiner;

/** How those who look after a repository call a file in it. */
final class RepositoryName {
  private RepositoryName() {}

  /**
   * The name with slashes, relative to a folder if the file is below it; else as it was written.
   *
   * @param directory the folder that relative names are relative to, the repository's as a rule
   */
  static String of(String name, Path directory) {
    if (name.startsWith("<")) {
      return name;
    }
    try {
      Path folder = directory.toAbsolutePath().normalize();
      Path file = folder.resolve(name).normalize();
      return file.startsWith(folder) ? slashes(folder.relativize(file)) : name;
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

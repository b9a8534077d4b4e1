package io.schedulec.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at the places of output files before any work is done. */
final class Outputs {
  private Outputs() {}

  /**
   * Makes sure that a file that is to be written takes the place of none of others, under whatever
   * names they are asked for.
   *
   * @param option the option that names the file
   * @throws BadRequest if it would
   */
  static void demandOther(String option, Path output, List<Path> others) throws BadRequest {
    for (Path other : others) {
      if (same(output, other)) {
        throw new BadRequest(option + " would overwrite " + other);
      }
    }
  }

  private static boolean same(Path output, Path other) throws BadRequest {
    try {
      if (Files.exists(output) && Files.exists(other)) {
        return Files.isRegularFile(output) && Files.isSameFile(output, other);
      }
      return place(output).equals(place(other));
    } catch (IOException e) {
      throw new BadRequest("cannot write " + output + ": " + IoReasons.of(e));
    }
  }

  /** Where a file lies or will lie. */
  private static Path place(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    return folder == null || name == null || !Files.isDirectory(folder)
        ? absolute
        : folder.toRealPath().resolve(name);
  }

  /**
   * Makes sure that a file could be written, as far as that can be known.
   *
   * @throws BadRequest if there is no folder for it, it is a folder itself, or nobody may write it
   */
  static void demandWritable(Path output) throws BadRequest {
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(output)) {
      throw new BadRequest("cannot write " + output + ": Is a directory");
    }
    if (!Files.isDirectory(folder)) {
      throw new BadRequest("cannot write " + output + ": no such file or directory");
    }
    boolean replaced = !Files.exists(output) || Files.isRegularFile(output);
    if (replaced && !Files.isSymbolicLink(output) && !Files.isWritable(folder)) {
      throw new BadRequest("cannot write " + output + ": permission denied");
    }
  }
}

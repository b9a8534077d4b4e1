package io.schedulec.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The configurations that have been read. */
final class Configurations extends FileCache<Configuration> {

  @Override
  Configuration read(Path file) {
    return Configuration.read(Objects.requireNonNull(file.getParent()), file);
  }

  /**
   * The configuration in the folder of a file or the nearest folder above it.
   *
   * @throws UnusableFileException if it is unusable
   */
  Optional<Configuration> nearest(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null) {
      Path candidate = folder.resolve(Configuration.NAME);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(get(candidate));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}

package io.schedulec.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The configurations that have been read; each is read again when it has changed. */
final class Configurations {
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  /** A configuration and the file as it was. */
  private record Known(FileStamp stamp, Configuration configuration) {}

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
        return Optional.of(configuration(folder, candidate));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private Configuration configuration(Path folder, Path file) {
    FileStamp now = FileStamp.of(file);
    Known last = known.get(file);
    if (last == null || !last.stamp().same(now)) {
      last = new Known(now, Configuration.read(folder, file));
      known.put(file, last);
    }
    return last.configuration();
  }
}

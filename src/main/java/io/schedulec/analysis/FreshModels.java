package io.schedulec.analysis;

import io.schedulec.bind.ModelFacts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Models that are read again when their file has changed. */
final class FreshModels extends Models {
  private final Map<Path, Loaded> loaded = new HashMap<>();

  /** What was read, and from which state of the file. */
  private record Loaded(FileStamp stamp, ModelFacts facts) {}

  @Override
  public ModelFacts load(Path file) {
    Path key = file.toAbsolutePath().normalize();
    // The stamp comes first: a file that is written while it is read is then read once more.
    FileStamp now = FileStamp.of(key);
    Loaded known = loaded.get(key);
    if (known == null || !known.stamp().equals(now)) {
      loaded.remove(key);
      known = new Loaded(now, read(file));
      loaded.put(key, known);
    }
    return known.facts();
  }
}

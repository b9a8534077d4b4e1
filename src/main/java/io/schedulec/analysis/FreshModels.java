package io.schedulec.analysis;

import io.schedulec.graph.ModelGraph;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Models that are read again when their file has changed. */
final class FreshModels extends Models {
  private final Map<Path, FileStamp> stamps = new HashMap<>();

  @Override
  ModelGraph graph(Path file) {
    Path key = key(file);
    // The stamp comes first: a file that is written while it is read is then read once more.
    FileStamp now = FileStamp.of(key);
    if (!now.equals(stamps.get(key))) {
      forget(file);
      ModelGraph graph = super.graph(file);
      stamps.put(key, now);
      return graph;
    }
    return super.graph(file);
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.ModelGraph;
import java.nio.file.Path;

/**
 * Reads the archives that {@code torch.export.save} writes.
 *
 * <p>Names are those of the module's {@code state_dict}; a tensor that has several of them has the
 * first. Weights are not read: a model costs what its graph costs.
 */
public final class Pt2Reader {
  private Pt2Reader() {}

  /**
   * The network in an archive.
   *
   * @throws io.schedulec.graph.UnreadableModelException if the file holds none, or one that makes
   *     no sense
   */
  public static ModelGraph read(Path path) {
    try (Archive archive = Archive.open(path)) {
      return new Program(archive).graph();
    }
  }
}

package io.schedulec.graph.onnx;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import java.nio.file.Path;

/**
 * Reads ONNX files.
 *
 * <p>The outer values that the bodies of a control-flow node use follow the node's declared inputs,
 * so that whatever flows into a body is an input of its node. In the place of a node that calls a
 * function of the model there is what the function consists of, unless that is written for another
 * version of the standard operators; in the place of a condition that is known, the branch that is
 * taken.
 *
 * <p>One parameter may be held by several tensors, as tied weights are: then several values carry
 * parameters of the same name. One tensor may hold several parameters whose elements are equal:
 * then several values carry parameters of the same {@code onnxName}. Weights are not read: a model
 * costs what its graph costs.
 */
public final class OnnxReader {
  private OnnxReader() {}

  /**
   * The network in a file.
   *
   * @throws UnreadableModelException if the file holds none, or one that makes no sense
   */
  public static ModelGraph read(Path path) {
    try {
      return read(ModelBytes.open(path));
    } catch (InternalError e) {
      // How the platform reports that a mapped file has become shorter.
      throw new UnreadableModelException(path + " was changed while it was read");
    }
  }

  /** The network in some bytes. */
  static ModelGraph read(ModelBytes file) {
    return GraphBuilder.build(file, RawModel.read(file));
  }
}

package io.schedulec.graph.onnx;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import java.nio.file.Path;

/**
 * Reads ONNX files.
 *
 * <p>The outer values that the bodies of a control-flow node use follow the node's declared inputs,
 * so that whatever flows into a body is an input of its node. Weights are not read: a model costs
 * what its graph costs.
 */
public final class OnnxReader {
  private OnnxReader() {}

  /**
   * The network in a file.
   *
   * @throws UnreadableModelException if the file holds none, or one that makes no sense
   */
  public static ModelGraph read(Path path) {
    ModelBytes file = ModelBytes.map(path);
    return GraphBuilder.build(file, RawModel.read(file));
  }
}

package io.schedulec.graph.onnx;

import io.schedulec.graph.UnreadableModelException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A model file that stays open: what is in it, and where.
 *
 * @param bytes its bytes
 * @param model what they say
 * @param tensors the tensors that the graph holds, by the name they are used under; identities of
 *     them are not among these
 */
record ModelFile(ModelBytes bytes, RawModel model, Map<String, RawTensor> tensors) {

  /**
   * Opens a file.
   *
   * @throws UnreadableModelException if it holds no model
   */
  static ModelFile open(Path path) {
    try {
      return of(ModelBytes.open(path));
    } catch (InternalError e) {
      throw new UnreadableModelException(path + " was changed while it was read");
    }
  }

  private static ModelFile of(ModelBytes bytes) {
    RawModel model = RawModel.read(bytes);
    Map<String, RawTensor> tensors = new HashMap<>();
    for (RawTensor tensor : model.graph().initializers()) {
      tensors.put(tensor.name(), tensor);
    }
    for (RawNode node : model.graph().nodes()) {
      RawTensor constant = node.is("Constant") ? Constants.of(node) : null;
      if (constant != null && node.outputs().size() == 1) {
        tensors.put(node.outputs().get(0), constant.within(node.enclosure()));
      }
    }
    return new ModelFile(bytes, model, tensors);
  }

  /** The graph. */
  RawGraph graph() {
    return model.graph();
  }
}

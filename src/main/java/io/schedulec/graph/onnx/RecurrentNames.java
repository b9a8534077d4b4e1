package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of the matrices of recurrent layers, whose gates the exporter has put into another order.
 *
 * <p>Both directions stacked, and both biases in a row, are no parameter of their own.
 */
final class RecurrentNames {
  private static final int MATRICES = 2;

  private RecurrentNames() {}

  /** Whether a node is a recurrent layer. */
  static boolean is(RawNode node) {
    return switch (node.opType()) {
      case "LSTM", "GRU", "RNN" -> true;
      default -> false;
    };
  }

  /** The matrix of a node called {@code /rnn/LSTM_1}, the second layer of the module. */
  static @Nullable ParameterName scoped(RawNode node, int place, RawTensor tensor, String scope) {
    if (!matrix(place, tensor)) {
      return null;
    }
    String name = node.name();
    String layer = name.substring(name.lastIndexOf('/') + 1);
    layer = layer.startsWith(node.opType()) ? layer.substring(node.opType().length()) : layer;
    if (layer.isEmpty()) {
      layer = "_0";
    }
    if (layer.charAt(0) != '_' || !ModulePath.isNumber(layer.substring(1))) {
      return null;
    }
    String matrix = place == 1 ? "weight_ih_l" : "weight_hh_l";
    return new ParameterName(
        ModulePath.join(scope, matrix.concat(layer.substring(1))), Stored.RESHAPED, true);
  }

  /**
   * The placeholder of a matrix in the list that a traced call passes; null where there is none.
   *
   * @param layer which of the layers the call became the node is
   * @param layers how many layers the call became
   */
  static @Nullable String passed(
      TracedCall call, int layer, int layers, int place, RawTensor tensor) {
    if (!matrix(place, tensor)) {
      return null;
    }
    for (String argument : call.arguments()) {
      List<String> all = TracedCall.elements(argument);
      // The list of the initial states is shorter than that of the parameters.
      if (all.size() >= MATRICES * layers && all.size() % layers == 0) {
        return all.get(layer * (all.size() / layers) + place - 1);
      }
    }
    return null;
  }

  private static boolean matrix(int place, RawTensor tensor) {
    return place <= MATRICES && tensor.shape().rank() == 3 && tensor.shape().dim(0) == 1;
  }
}

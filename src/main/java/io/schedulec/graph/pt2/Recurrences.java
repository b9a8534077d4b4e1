package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recurrent layers, one node of ONNX for each layer of PyTorch's stack. */
final class Recurrences implements Operator {
  /** Where ONNX has the gates that PyTorch has in order: input, forget, cell and output. */
  private static final int[] LSTM_GATES = {0, 3, 1, 2};

  /** Reset, update and new. */
  private static final int[] GRU_GATES = {1, 0, 2};

  private static final int[] ONE_GATE = {0};

  @Override
  public List<String> names() {
    return List.of("lstm", "gru", "rnn_tanh", "rnn_relu");
  }

  @Override
  public void map(Call call) {
    // Packed sequences of different lengths have no counterpart.
    if (!call.target().overload().equals("input")) {
      throw new NotMapped();
    }
    new Stack(call).map();
  }

  /** The layers of one call. */
  private static final class Stack {
    private final Call call;
    private final boolean lstm;
    private final boolean biases;
    private final int directions;
    private final int layers;
    private final boolean batchFirst;
    private final List<Value> params;
    private final List<Value> hidden = new ArrayList<>();
    private final List<Value> cells = new ArrayList<>();

    Stack(Call call) {
      this.call = call;
      this.lstm = call.operator().equals("lstm");
      this.biases = call.flag("has_biases", true);
      this.directions = call.flag("bidirectional", false) ? 2 : 1;
      this.layers = (int) call.integer("num_layers", 1);
      this.batchFirst = call.flag("batch_first", false);
      this.params = call.tensors("params");
    }

    void map() {
      // Projections add a fifth parameter.
      if (layers < 1 || params.size() != layers * directions * (biases ? 4 : 2)) {
        throw new NotMapped();
      }
      Value input = call.tensor("input");
      if (call.rank(input) != 3) {
        throw new NotMapped();
      }
      if (batchFirst) {
        input = call.emit("Transpose", Axes.exchange(3, 0, 1), input);
      }
      for (int layer = 0; layer < layers; layer++) {
        input = layer(layer, input);
      }
      if (batchFirst) {
        call.result("Transpose", Axes.exchange(3, 0, 1), input);
      } else {
        call.same(0, input);
      }
      state(1, hidden);
      if (lstm) {
        state(2, cells);
      }
    }

    private void state(int result, List<Value> states) {
      if (states.size() == 1) {
        call.same(result, states.get(0));
      } else {
        call.results(new int[] {result}, "Concat", Axes.along(0), states.toArray(new Value[0]));
      }
    }

    private Value layer(int layer, Value input) {
      long size = call.shape(param(layer, 0, 1)).dim(1);
      Settings settings =
          Settings.none()
              .with("hidden_size", size)
              .with("direction", directions == 2 ? "bidirectional" : "forward");
      String opType = settle(settings);
      List<Value> outputs =
          call.emit(
              lstm ? 3 : 2,
              opType,
              settings.attributes(),
              input,
              weights(layer, 0),
              weights(layer, 1),
              biases ? biases(layer) : null,
              null,
              initial(layer, 0),
              lstm ? initial(layer, 1) : null);
      hidden.add(outputs.get(1));
      if (lstm) {
        cells.add(outputs.get(2));
      }
      return joined(outputs.get(0), size);
    }

    private String settle(Settings settings) {
      return switch (call.operator()) {
        case "lstm" -> "LSTM";
        case "gru" -> {
          settings.with("linear_before_reset", 1);
          yield "GRU";
        }
        default -> {
          if (call.operator().equals("rnn_relu")) {
            throw new NotMapped();
          }
          yield "RNN";
        }
      };
    }

    private Value param(int layer, int direction, int which) {
      return params.get((layer * directions + direction) * (biases ? 4 : 2) + which);
    }

    /** A matrix for each direction, its gates in ONNX's order. */
    private Value weights(int layer, int which) {
      Value[] parts = new Value[directions];
      for (int direction = 0; direction < directions; direction++) {
        Value sorted = sorted(param(layer, direction, which));
        parts[direction] = call.emit("Unsqueeze", Attributes.NONE, sorted, call.vector(0));
      }
      return parts.length == 1 ? parts[0] : call.emit("Concat", Axes.along(0), parts);
    }

    /** The biases of input and state, one after the other. */
    private Value biases(int layer) {
      Value[] parts = new Value[directions];
      for (int direction = 0; direction < directions; direction++) {
        Value both =
            call.emit(
                "Concat",
                Axes.along(0),
                sorted(param(layer, direction, 2)),
                sorted(param(layer, direction, 3)));
        parts[direction] = call.emit("Unsqueeze", Attributes.NONE, both, call.vector(0));
      }
      return parts.length == 1 ? parts[0] : call.emit("Concat", Axes.along(0), parts);
    }

    private Value sorted(Value parameter) {
      int[] order = lstm ? LSTM_GATES : call.operator().equals("gru") ? GRU_GATES : ONE_GATE;
      if (order.length == 1) {
        return parameter;
      }
      Shape shape = call.shape(parameter);
      if (shape.rank() < 1 || shape.dim(0) % order.length != 0) {
        throw new NotMapped();
      }
      long[] sizes = new long[order.length];
      Arrays.fill(sizes, shape.dim(0) / order.length);
      List<Value> gates =
          call.emit(order.length, "Split", Axes.along(0), parameter, call.vector(sizes));
      Value[] sorted = new Value[order.length];
      for (int i = 0; i < order.length; i++) {
        sorted[i] = gates.get(order[i]);
      }
      return call.emit("Concat", Axes.along(0), sorted);
    }

    /** The state to begin with; none where it is zero. */
    private @Nullable Value initial(int layer, int which) {
      Value all = lstm ? call.tensors("hx").get(which) : call.tensor("hx");
      if (call.isZero(all)) {
        return null;
      }
      return layers == 1
          ? all
          : Axes.slice(call, all, 0, (long) layer * directions, (long) (layer + 1) * directions);
    }

    /** [time, direction, batch, hidden] with the directions side by side. */
    private Value joined(Value output, long size) {
      if (directions == 1) {
        return call.emit("Squeeze", Attributes.NONE, output, call.vector(1));
      }
      Value turned = call.emit("Transpose", Axes.permutation(0, 2, 1, 3), output);
      Value shape = call.vector(0, 0, size * directions);
      return call.emit("Reshape", Attributes.NONE, turned, shape);
    }
  }
}

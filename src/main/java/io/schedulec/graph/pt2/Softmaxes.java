package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Softmax and its logarithm. */
final class Softmaxes implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "softmax", "_softmax", "_safe_softmax", "log_softmax", "_log_softmax", "softmin");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    int axis = call.axis(input, call.integer("dim"));
    Optional<DataType> type = call.type("dtype");
    if (type.isPresent() && type.get() != input.type()) {
      long number = ScalarTypes.onnx(type.get());
      input = call.emit("Cast", Settings.none().with("to", number).attributes(), input);
    }
    if (call.operator().equals("softmin")) {
      input = call.emit("Neg", Attributes.NONE, input);
    }
    boolean logarithm = call.operator().contains("log");
    call.result(logarithm ? "LogSoftmax" : "Softmax", Axes.along(axis), input);
  }
}

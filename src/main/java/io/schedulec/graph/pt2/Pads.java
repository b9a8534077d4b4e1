package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Padding, with numbers or with what is there already. */
final class Pads implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "pad",
        "constant_pad_nd",
        "reflection_pad1d",
        "reflection_pad2d",
        "reflection_pad3d",
        "replication_pad1d",
        "replication_pad2d",
        "replication_pad3d");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    String mode = mode(call);
    Value pads = pads(call, input, call.sizes(call.has("pad") ? "pad" : "padding"));
    Attributes attributes = Settings.none().with("mode", mode).attributes();
    if (mode.equals("constant")) {
      Value value = call.scalar(call.real("value", 0), input.type());
      call.result("Pad", attributes, input, pads, value);
    } else {
      call.result("Pad", attributes, input, pads);
    }
  }

  private static String mode(Call call) {
    String operator = call.operator();
    if (operator.startsWith("reflection")) {
      return "reflect";
    }
    if (operator.startsWith("replication")) {
      return "edge";
    }
    return switch (call.text("mode", "constant")) {
      case "constant" -> "constant";
      case "reflect" -> "reflect";
      case "replicate" -> "edge";
      case "circular" -> "wrap";
      default -> throw new NotMapped();
    };
  }

  /** PyTorch has pairs from the last axis on, ONNX all beginnings and then all ends. */
  private static Value pads(Call call, Value input, List<Size> pairs) {
    int rank = call.rank(input);
    if (pairs.size() % 2 != 0 || pairs.size() > 2 * rank) {
      throw new NotMapped();
    }
    List<Size> pads = new ArrayList<>(Collections.nCopies(2 * rank, Size.of(0)));
    for (int i = 0; i < pairs.size() / 2; i++) {
      pads.set(rank - 1 - i, pairs.get(2 * i));
      pads.set(2 * rank - 1 - i, pairs.get(2 * i + 1));
    }
    return call.vector(pads);
  }
}

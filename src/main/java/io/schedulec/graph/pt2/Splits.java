package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;

/** Operators that cut a tensor in parts along an axis. */
final class Splits implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "split",
        "split_with_sizes",
        "chunk",
        "tensor_split",
        "unsafe_split",
        "unsafe_split_with_sizes",
        "unsafe_chunk",
        "unbind");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    int axis = call.axis(input, call.integer("dim", 0));
    int parts = call.results().size();
    if (call.operator().equals("unbind")) {
      unbind(call, input, axis, parts);
      return;
    }
    int[] all = new int[parts];
    long[] sizes = new long[parts];
    for (int i = 0; i < parts; i++) {
      all[i] = i;
      sizes[i] = call.resultShape(i).dim(axis);
      if (sizes[i] < 0) {
        throw new NotMapped();
      }
    }
    call.results(all, "Split", Axes.along(axis), input, call.vector(sizes));
  }

  private static void unbind(Call call, Value input, int axis, int parts) {
    long[] ones = new long[parts];
    Arrays.fill(ones, 1);
    List<Value> slices = call.emit(parts, "Split", Axes.along(axis), input, call.vector(ones));
    Value axes = call.vector(axis);
    for (int i = 0; i < parts; i++) {
      call.results(new int[] {i}, "Squeeze", Attributes.NONE, slices.get(i), axes);
    }
  }
}

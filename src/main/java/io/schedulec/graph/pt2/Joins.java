package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.List;

/** Operators that put tensors one after the other along an axis. */
final class Joins implements Operator {
  @Override
  public List<String> names() {
    return List.of("cat", "concat", "concatenate", "stack");
  }

  @Override
  public void map(Call call) {
    List<Value> parts = call.tensors("tensors");
    if (parts.isEmpty()) {
      throw new NotMapped();
    }
    int rank = call.rank(parts.get(0));
    boolean stack = call.operator().equals("stack");
    int axis = Call.axis(call.integer("dim", 0), stack ? rank + 1 : rank);
    Value[] inputs = new Value[parts.size()];
    for (int i = 0; i < inputs.length; i++) {
      Value part = parts.get(i);
      if (call.rank(part) != rank) {
        throw new NotMapped();
      }
      inputs[i] = stack ? call.emit("Unsqueeze", Attributes.NONE, part, call.vector(axis)) : part;
    }
    call.result("Concat", Axes.along(axis), inputs);
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Operators that put the axes of a tensor in another order. */
final class Permutations implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "permute",
        "transpose",
        "swapaxes",
        "swapdims",
        "t",
        "numpy_T",
        "mT",
        "adjoint",
        "movedim",
        "moveaxis");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    int rank = call.rank(input);
    switch (call.operator()) {
      case "permute" -> permute(call, input, call.integers("dims"));
      case "transpose", "swapdims" -> exchange(call, input, "dim0", "dim1");
      case "swapaxes" -> exchange(call, input, "axis0", "axis1");
      case "t" -> {
        if (rank < 2) {
          call.same(0, input);
        } else {
          call.result("Transpose", Axes.exchange(rank, 0, 1), input);
        }
      }
      case "mT", "adjoint" ->
          call.result(
              "Transpose", Axes.exchange(rank, Call.axis(-2, rank), Call.axis(-1, rank)), input);
      case "numpy_T" -> reverse(call, input, rank);
      default -> move(call, input);
    }
  }

  private static void permute(Call call, Value input, long[] axes) {
    int rank = call.rank(input);
    if (axes.length != rank) {
      throw new NotMapped();
    }
    long[] from = new long[rank];
    boolean[] used = new boolean[rank];
    for (int i = 0; i < rank; i++) {
      int axis = Call.axis(axes[i], rank);
      if (used[axis]) {
        throw new NotMapped();
      }
      used[axis] = true;
      from[i] = axis;
    }
    call.result("Transpose", Axes.permutation(from), input);
  }

  private static void exchange(Call call, Value input, String first, String second) {
    int rank = call.rank(input);
    if (rank == 0) {
      call.same(0, input);
      return;
    }
    int a = Call.axis(call.integer(first), rank);
    int b = Call.axis(call.integer(second), rank);
    call.result("Transpose", Axes.exchange(rank, a, b), input);
  }

  private static void reverse(Call call, Value input, int rank) {
    long[] axes = new long[rank];
    for (int i = 0; i < rank; i++) {
      axes[i] = rank - 1L - i;
    }
    permute(call, input, axes);
  }

  /** The axes that are moved take their new places, the others fill the rest in order. */
  private static void move(Call call, Value input) {
    long[] sources = call.integers("source");
    long[] targets = call.integers("destination");
    int rank = call.rank(input);
    Long[] from = new Long[rank];
    List<Long> others = new ArrayList<>();
    for (long i = 0; i < rank; i++) {
      others.add(i);
    }
    for (int i = 0; i < sources.length && i < targets.length; i++) {
      long source = Call.axis(sources[i], rank);
      from[Call.axis(targets[i], rank)] = source;
      others.remove(source);
    }
    long[] axes = new long[rank];
    for (int i = 0; i < rank; i++) {
      Long source = from[i];
      axes[i] = source == null ? others.remove(0) : source;
    }
    permute(call, input, axes);
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operators that choose elements by their place, and put them in another order. */
final class Choices implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "select",
        "slice",
        "narrow",
        "index_select",
        "index",
        "embedding",
        "gather",
        "roll",
        "flip",
        "tril",
        "triu");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    switch (call.operator()) {
      case "select" -> select(call, input);
      case "slice" -> slice(call, input);
      case "narrow" -> narrow(call, input);
      case "index_select" -> gather(call, "Gather", input, call.tensor("index"));
      case "gather" -> gather(call, "GatherElements", input, call.tensor("index"));
      case "index" -> index(call, input);
      case "embedding" ->
          call.result("Gather", Axes.along(0), call.tensor("weight"), call.tensor("indices"));
      case "roll" -> roll(call, input);
      case "flip" -> flip(call, input);
      default -> triangle(call, input);
    }
  }

  private static void gather(Call call, String opType, Value input, Value indices) {
    call.result(opType, Axes.along(call.axis(input, call.integer("dim"))), input, indices);
  }

  private static void select(Call call, Value input) {
    int axis = call.axis(input, call.integer("dim"));
    Size index = call.sizes("index").get(0);
    Value place = index.value();
    call.result(
        "Gather", Axes.along(axis), input, place == null ? call.scalar(index.number()) : place);
  }

  private static void slice(Call call, Value input) {
    int axis = call.axis(input, call.integer("dim", 0));
    List<Size> start = call.has("start") ? call.sizes("start") : List.of(Size.of(0));
    List<Size> end = call.has("end") ? call.sizes("end") : List.of(Size.of(Long.MAX_VALUE));
    long step = call.integer("step", 1);
    boolean everything =
        step == 1 && start.get(0).equals(Size.of(0)) && end.get(0).equals(Size.of(Long.MAX_VALUE));
    if (everything) {
      call.same(0, input);
      return;
    }
    call.result(
        "Slice",
        Attributes.NONE,
        input,
        call.vector(start),
        call.vector(end),
        call.vector(axis),
        call.vector(step));
  }

  private static void narrow(Call call, Value input) {
    int axis = call.axis(input, call.integer("dim"));
    long start = call.integer("start");
    long length = call.integer("length");
    long size = call.shape(input).dim(axis);
    if (start < 0 && size == Shape.UNKNOWN) {
      throw new NotMapped();
    }
    long first = start < 0 ? start + size : start;
    call.result(
        "Slice",
        Attributes.NONE,
        input,
        call.vector(first),
        call.vector(first + length),
        call.vector(axis));
  }

  /** By one tensor of places; several, or one of truth values, choose otherwise. */
  private static void index(Call call, Value input) {
    List<Optional<Value>> indices = call.optionalTensors("indices");
    int chosen = -1;
    for (int i = 0; i < indices.size(); i++) {
      if (indices.get(i).isPresent()) {
        if (chosen >= 0) {
          throw new NotMapped();
        }
        chosen = i;
      }
    }
    Value places = chosen < 0 ? null : indices.get(chosen).orElseThrow();
    if (places == null || !places.type().integer() || places.type() == DataType.UINT8) {
      throw new NotMapped();
    }
    call.result("Gather", Axes.along(chosen), input, places);
  }

  /** What goes out at one end comes in at the other. */
  private static void roll(Call call, Value input) {
    long[] shifts = call.integers("shifts");
    long[] axes = call.integers("dims", new long[0]);
    if (shifts.length != axes.length || axes.length == 0) {
      throw new NotMapped();
    }
    Value rolled = input;
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(input, axes[i]);
      long size = call.shape(input).dim(axis);
      if (size <= 0) {
        throw new NotMapped();
      }
      long cut = Math.floorMod(-shifts[i], size);
      Value end = Axes.slice(call, rolled, axis, cut, Long.MAX_VALUE);
      Value start = Axes.slice(call, rolled, axis, 0, cut);
      if (i == axes.length - 1) {
        call.result("Concat", Axes.along(axis), end, start);
      } else {
        rolled = call.emit("Concat", Axes.along(axis), end, start);
      }
    }
  }

  private static void flip(Call call, Value input) {
    long[] axes = call.integers("dims");
    long[] starts = new long[axes.length];
    long[] ends = new long[axes.length];
    Arrays.fill(starts, -1);
    Arrays.fill(ends, Long.MIN_VALUE);
    call.result(
        "Slice",
        Attributes.NONE,
        input,
        call.vector(starts),
        call.vector(ends),
        call.vector(axes),
        call.vector(starts));
  }

  private static void triangle(Call call, Value input) {
    Settings settings = Settings.none().with("upper", call.operator().equals("triu") ? 1 : 0);
    call.result("Trilu", settings.attributes(), input, call.scalar(call.integer("diagonal", 0)));
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same elements under other axes, or repeated along new ones. */
final class Views implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "view",
        "reshape",
        "_unsafe_view",
        "_reshape_alias",
        "view_as",
        "reshape_as",
        "flatten",
        "ravel",
        "unflatten",
        "squeeze",
        "unsqueeze",
        "expand",
        "expand_as",
        "broadcast_to",
        "repeat",
        "tile",
        "repeat_interleave",
        "as_strided");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    switch (call.operator()) {
      case "view", "_unsafe_view", "_reshape_alias" -> reshape(call, input, call.sizes("size"));
      case "reshape" -> reshape(call, input, call.sizes("shape"));
      case "view_as", "reshape_as" ->
          call.result(
              "Reshape",
              Attributes.NONE,
              input,
              call.emit("Shape", Attributes.NONE, call.tensor("other")));
      case "flatten" -> flatten(call, input);
      case "ravel" -> reshape(call, input, List.of(Size.of(-1)));
      case "unflatten" -> unflatten(call, input);
      case "squeeze" -> squeeze(call, input);
      case "unsqueeze" -> unsqueeze(call, input);
      case "expand", "broadcast_to" -> expand(call, input);
      case "expand_as" ->
          call.result(
              "Expand",
              Attributes.NONE,
              input,
              call.emit("Shape", Attributes.NONE, call.tensor("other")));
      case "repeat", "tile" -> repeat(call, input);
      case "as_strided" -> strided(call, input);
      default -> repeatEach(call, input);
    }
  }

  private static void reshape(Call call, Value input, List<Size> sizes) {
    boolean zero = sizes.stream().anyMatch(size -> size.value() == null && size.number() == 0);
    Attributes attributes =
        zero ? Settings.none().with("allowzero", 1).attributes() : Attributes.NONE;
    call.result("Reshape", attributes, input, call.vector(sizes));
  }

  /** Sizes before the axes that are merged are copied, those after them stay. */
  private static void flatten(Call call, Value input) {
    int rank = call.rank(input);
    int start = Call.axis(call.integer("start_dim", 0), rank);
    int end = Call.axis(call.integer("end_dim", -1), rank);
    if (rank > 0 && start == end) {
      call.same(0, input);
      return;
    }
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < start; i++) {
      sizes.add(call.size(input, i));
    }
    sizes.add(Size.of(-1));
    for (int i = end + 1; i < rank; i++) {
      sizes.add(call.size(input, i));
    }
    reshape(call, input, sizes);
  }

  private static void unflatten(Call call, Value input) {
    int rank = call.rank(input);
    int axis = Call.axis(call.integer("dim"), rank);
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < axis; i++) {
      sizes.add(call.size(input, i));
    }
    sizes.addAll(call.sizes("sizes"));
    for (int i = axis + 1; i < rank; i++) {
      sizes.add(call.size(input, i));
    }
    reshape(call, input, sizes);
  }

  /** Axes of another size than one stay, whether they are named or not. */
  private static void squeeze(Call call, Value input) {
    Shape shape = call.shape(input);
    long[] all = new long[shape.rank()];
    Arrays.setAll(all, i -> i);
    long[] asked = call.integers("dim", all);
    long[] axes =
        Arrays.stream(asked)
            .map(axis -> shape.rank() == 0 ? 0 : Call.axis(axis, shape.rank()))
            .filter(axis -> shape.rank() > 0 && single(shape, (int) axis))
            .toArray();
    if (axes.length == 0) {
      call.same(0, input);
    } else {
      call.result("Squeeze", Attributes.NONE, input, call.vector(axes));
    }
  }

  private static boolean single(Shape shape, int axis) {
    if (!shape.known(axis)) {
      throw new NotMapped();
    }
    return shape.dim(axis) == 1;
  }

  private static void unsqueeze(Call call, Value input) {
    int axis = Call.axis(call.integer("dim"), call.rank(input) + 1);
    call.result("Unsqueeze", Attributes.NONE, input, call.vector(axis));
  }

  /** A size of -1 keeps the axis, as 1 does in ONNX. */
  private static void expand(Call call, Value input) {
    List<Size> sizes = new ArrayList<>();
    for (Size size : call.sizes("size")) {
      boolean keep = size.value() == null && size.number() == -1;
      sizes.add(keep ? Size.of(1) : size);
    }
    call.result("Expand", Attributes.NONE, input, call.vector(sizes));
  }

  private static void repeat(Call call, Value input) {
    List<Size> times = call.sizes(call.has("repeats") ? "repeats" : "dims");
    int rank = call.rank(input);
    Value longer = input;
    if (times.size() > rank) {
      long[] axes = new long[times.size() - rank];
      Arrays.setAll(axes, i -> i);
      longer = call.emit("Unsqueeze", Attributes.NONE, input, call.vector(axes));
    } else if (times.size() < rank) {
      throw new NotMapped();
    }
    call.result("Tile", Attributes.NONE, longer, call.vector(times));
  }

  /**
   * Another view of the storage is the same tensor only where it has the same sizes and strides.
   */
  private static void strided(Call call, Value input) {
    TensorMeta own = call.meta("self");
    long[] sizes = call.integers("size");
    long[] strides = call.integers("stride");
    boolean same =
        Arrays.equals(sizes, own.shape().toArray())
            && call.integer("storage_offset", own.offset()) == own.offset();
    for (int i = 0; same && i < sizes.length; i++) {
      same = sizes[i] == 1 || strides[i] == own.strides().get(i);
    }
    if (!same) {
      throw new NotMapped();
    }
    call.same(0, input);
  }

  private static void repeatEach(Call call, Value input) {
    if (call.optional("repeats").isPresent() || !call.has("dim")) {
      throw new NotMapped();
    }
    int axis = call.axis(input, call.integer("dim"));
    call.same(0, each(call, input, axis, call.integer("repeats")));
  }

  /** A value in which every slice along an axis stands several times. */
  static Value each(Call call, Value input, int axis, long times) {
    int rank = call.rank(input);
    Value apart = call.emit("Unsqueeze", Attributes.NONE, input, call.vector(axis + 1L));
    long[] repeats = new long[rank + 1];
    Arrays.fill(repeats, 1);
    repeats[axis + 1] = times;
    Value more = call.emit("Expand", Attributes.NONE, apart, call.vector(repeats));
    List<Size> sizes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      sizes.add(i == axis ? Size.of(-1) : call.size(input, i));
    }
    Value joined = call.emit("Reshape", Attributes.NONE, more, call.vector(sizes));
    long[] shape = call.shape(input).toArray();
    shape[axis] = shape[axis] == Shape.UNKNOWN ? Shape.UNKNOWN : shape[axis] * times;
    return call.known(joined, shape);
  }
}

package io.schedulec.graph.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences of tensors, as long as what is in them can be told one by one. */
final class SequenceShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of(
        "SplitToSequence",
        "SequenceConstruct",
        "SequenceEmpty",
        "SequenceInsert",
        "SequenceErase",
        "SequenceAt",
        "SequenceLength",
        "ConcatFromSequence");
  }

  @Override
  public void infer(NodeShapes at) {
    List<long[]> members = at.sequence(0);
    switch (at.opType()) {
      case "SplitToSequence" -> split(at);
      case "SequenceConstruct" -> construct(at);
      case "SequenceEmpty" -> at.sequence(List.of());
      case "SequenceLength" ->
          at.contents(Integers.scalar(members == null ? Dimension.UNKNOWN : members.size()));
      default -> {
        if (members != null) {
          change(at, members);
        }
      }
    }
  }

  private static void change(NodeShapes at, List<long[]> members) {
    switch (at.opType()) {
      case "SequenceInsert" -> insert(at, new ArrayList<>(members));
      case "SequenceErase" -> erase(at, new ArrayList<>(members));
      case "SequenceAt" -> {
        int place = place(at, 1, members.size());
        if (place >= 0 && place < members.size()) {
          at.shape(0, members.get(place));
        }
      }
      default -> concatenate(at, members);
    }
  }

  /** A place counted from the start; -1 where it is not known. */
  private static int place(NodeShapes at, int input, int count) {
    long[] given = at.known(input);
    return given == null || given.length != 1 ? -1 : NodeShapes.normal(given[0], count);
  }

  private static void construct(NodeShapes at) {
    List<long[]> members = new ArrayList<>();
    for (int i = 0; i < at.inputCount(); i++) {
      long[] shape = at.shape(i);
      if (shape == null) {
        return;
      }
      members.add(shape);
    }
    at.sequence(members);
  }

  private static void insert(NodeShapes at, List<long[]> members) {
    long[] shape = at.shape(1);
    int place = at.has(2) ? place(at, 2, members.size()) : members.size();
    if (shape != null && place >= 0) {
      members.add(place, shape);
      at.sequence(members);
    }
  }

  private static void erase(NodeShapes at, List<long[]> members) {
    int place = at.has(1) ? place(at, 1, members.size()) : members.size() - 1;
    if (place >= 0 && place < members.size()) {
      members.remove(place);
      at.sequence(members);
    }
  }

  private static void split(NodeShapes at) {
    long[] in = at.shape(0);
    if (in == null) {
      return;
    }
    int axis = at.axis("axis", 0, in.length);
    boolean keep = at.has(1) || at.attributes().integer("keepdims", 1) != 0;
    long[] sizes = sizes(at, in[axis]);
    if (sizes == null) {
      return;
    }
    List<long[]> members = new ArrayList<>();
    for (long size : sizes) {
      long[] member = in.clone();
      member[axis] = size;
      members.add(keep ? member : without(in, axis));
    }
    at.sequence(members);
  }

  /** The sizes of the parts: those given, or as many as there are of the one that is given. */
  private static long @Nullable [] sizes(NodeShapes at, long size) {
    Integers given = at.has(1) ? at.contents(1) : Integers.scalar(1);
    if (given == null || given.shape().length == 1) {
      return given == null ? null : given.elements();
    }
    long each = given.get(0);
    boolean few = Dimension.known(size) && Dimension.known(each) && each > 0;
    if (!few || size / each >= NodeShapes.LONGEST_SEQUENCE) {
      return null;
    }
    long[] sizes = new long[(int) ((size + each - 1) / each)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.min(each, size - i * each);
    }
    return sizes;
  }

  private static long[] without(long[] in, int axis) {
    long[] out = new long[in.length - 1];
    System.arraycopy(in, 0, out, 0, axis);
    System.arraycopy(in, axis + 1, out, axis, out.length - axis);
    return out;
  }

  private static void concatenate(NodeShapes at, List<long[]> members) {
    if (members.isEmpty()) {
      return;
    }
    long[] first = members.get(0);
    if (at.attributes().integer("new_axis", 0) != 0) {
      int axis = at.axis("axis", 0, first.length + 1);
      long[] out = new long[first.length + 1];
      out[axis] = members.size();
      System.arraycopy(first, 0, out, 0, axis);
      System.arraycopy(first, axis, out, axis + 1, first.length - axis);
      at.shape(0, out);
      return;
    }
    long[] out = first.clone();
    int axis = at.axis("axis", 0, out.length);
    for (int i = 1; i < members.size(); i++) {
      out[axis] = at.sizes().plus(out[axis], members.get(i)[axis]);
    }
    at.shape(0, out);
  }
}

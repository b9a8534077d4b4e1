package io.schedulec.surgery;

import io.schedulec.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the elements of a tensor are in another that is made of it by moving alone.
 *
 * <p>Each axis of the other is made of parts, the last of which counts fastest: whole axes of the
 * tensor, and digits of the one axis that is taken apart, whose index is the sum of what the digits
 * stand for.
 *
 * @param axes the parts of each axis
 */
record Arrangement(List<List<Part>> axes) {

  /** A part of an axis. */
  sealed interface Part permits Whole, Digit {
    /** The number of indices. */
    long size();
  }

  /**
   * An axis of the tensor.
   *
   * @param axis which
   * @param size its size, which may be unknown
   */
  record Whole(int axis, long size) implements Part {}

  /**
   * A digit of the axis that is taken apart.
   *
   * @param values what each index adds to the index of the axis
   */
  record Digit(List<Integer> values) implements Part {
    Digit {
      values = List.copyOf(values);
    }

    @Override
    public long size() {
      return values.size();
    }
  }

  /** The tensor itself, one axis of which is to be taken apart. */
  static Arrangement of(Shape shape, int apart) {
    List<List<Part>> axes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      axes.add(
          List.of(
              axis == apart ? counting((int) shape.dim(axis)) : new Whole(axis, shape.dim(axis))));
    }
    return new Arrangement(axes);
  }

  private static Digit counting(int size) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(i);
    }
    return new Digit(values);
  }

  /** This with axes in another order: axis i is what was axis {@code order[i]}. */
  Arrangement transposed(int... order) {
    return new Arrangement(Arrays.stream(order).mapToObj(axes::get).toList());
  }

  /**
   * This under axes of other sizes, row-major; empty where that cannot be told.
   *
   * @param sizes the new sizes; one that is unknown is that of the whole axis which comes there
   */
  Optional<Arrangement> reshaped(long... sizes) {
    List<Part> rest = new ArrayList<>();
    axes.forEach(rest::addAll);
    List<List<Part>> result = new ArrayList<>();
    for (long size : sizes) {
      Optional<List<Part>> parts = take(rest, size);
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      result.add(parts.get());
    }
    return rest.stream().allMatch(part -> part.size() == 1)
        ? Optional.of(new Arrangement(result))
        : Optional.empty();
  }

  private static Optional<List<Part>> take(List<Part> rest, long size) {
    List<Part> parts = new ArrayList<>();
    long open = size;
    if (size < 0) {
      boolean whole = !rest.isEmpty() && rest.get(0).size() < 0;
      return whole ? Optional.of(List.of(rest.remove(0))) : Optional.empty();
    }
    while (open > 1) {
      if (rest.isEmpty() || rest.get(0).size() < 0) {
        return Optional.empty();
      }
      Part part = rest.remove(0);
      if (open % part.size() == 0) {
        open /= part.size();
      } else if (part instanceof Digit digit && part.size() % open == 0) {
        Optional<List<Part>> halves = split(digit, (int) open);
        if (halves.isEmpty()) {
          return Optional.empty();
        }
        part = halves.get().get(0);
        rest.add(0, halves.get().get(1));
        open = 1;
      } else {
        return Optional.empty();
      }
      if (part.size() > 1) {
        parts.add(part);
      }
    }
    return Optional.of(parts);
  }

  /** A digit as two, the first of which has so many indices. */
  private static Optional<List<Part>> split(Digit digit, int first) {
    int inner = digit.values().size() / first;
    List<Integer> high = new ArrayList<>();
    List<Integer> low = new ArrayList<>();
    for (int i = 0; i < first; i++) {
      high.add(digit.values().get(i * inner) - digit.values().get(0));
    }
    low.addAll(digit.values().subList(0, inner));
    for (int i = 0; i < first * inner; i++) {
      if (digit.values().get(i) != high.get(i / inner) + low.get(i % inner)) {
        return Optional.empty();
      }
    }
    return Optional.of(List.of(new Digit(high), new Digit(low)));
  }

  /** This, of an axis of which only some indices are taken; empty for an axis that is not apart. */
  Optional<Arrangement> selected(int axis, int... chosen) {
    Optional<Digit> digit = digit(axes.get(axis));
    if (digit.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> values = new ArrayList<>();
    for (int index : chosen) {
      values.add(digit.get().values().get(index));
    }
    List<List<Part>> result = new ArrayList<>(axes);
    result.set(axis, List.of(new Digit(values)));
    return Optional.of(new Arrangement(result));
  }

  /** This without an axis that has one index. */
  Arrangement without(int axis) {
    List<Part> single = axes.get(axis);
    List<List<Part>> result = new ArrayList<>(axes);
    result.remove(axis);
    // What the one index stands for has to be kept somewhere.
    int base = digit(single).map(digit -> digit.values().get(0)).orElse(0);
    for (int i = 0; i < result.size(); i++) {
      if (base != 0 && digit(result.get(i)).isPresent() && !result.get(i).isEmpty()) {
        int more = base;
        List<Integer> values =
            digit(result.get(i)).get().values().stream().map(value -> value + more).toList();
        result.set(i, List.of(new Digit(values)));
        base = 0;
      }
    }
    return new Arrangement(result);
  }

  /** The parts of an axis as one digit; empty if a whole axis is among them. */
  static Optional<Digit> digit(List<Part> parts) {
    List<Integer> values = List.of(0);
    for (Part part : parts) {
      if (!(part instanceof Digit digit)) {
        return Optional.empty();
      }
      List<Integer> sums = new ArrayList<>();
      for (int high : values) {
        digit.values().forEach(low -> sums.add(high + low));
      }
      values = sums;
    }
    return Optional.of(new Digit(values));
  }
}

package io.schedulec.graph.shape;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the shape and the whole-number contents of every value of one model. Immutable
 * once {@link ShapeInference} has filled it.
 */
public final class ShapeTable {
  /** So many elements are kept in all; the rest of a model that has more is followed by rank. */
  private static final int MOST_ELEMENTS = 1 << 23;

  private final @Nullable Extents[] extents;
  private final @Nullable Integers[] contents;
  private final Map<Extents, Extents> different = new HashMap<>();
  private final Map<Value, List<long[]>> sequences = new HashMap<>();
  private final Sizes arithmetic = new Sizes();
  private int elements;

  ShapeTable(int values) {
    this.extents = new Extents[values];
    this.contents = new Integers[values];
  }

  /** The shape of a value, with unknown sizes where need be; empty where its rank is unknown. */
  public Optional<Shape> shape(Value value) {
    Extents known = extents[value.id()];
    return known == null ? Optional.empty() : Optional.of(known.shape());
  }

  /**
   * Whether two axes are certain to have the same size, even where the size itself is unknown.
   *
   * @param a a value of known rank
   * @param b a value of known rank
   */
  public boolean sameSize(Value a, int axisOfA, Value b, int axisOfB) {
    long[] left = sizes(a);
    long[] right = sizes(b);
    return left != null && right != null && Dimension.same(left[axisOfA], right[axisOfB]);
  }

  /**
   * The elements of a small tensor of whole numbers, row-major; empty unless every one is known.
   */
  public Optional<long[]> integers(Value value) {
    Integers known = contents[value.id()];
    return known != null && known.known() ? Optional.of(known.elements()) : Optional.empty();
  }

  /** One element of a small tensor of whole numbers, if it is known. */
  public OptionalLong integer(Value value, int index) {
    Integers known = contents[value.id()];
    boolean there = known != null && index < known.count() && Dimension.known(known.get(index));
    return there ? OptionalLong.of(known.get(index)) : OptionalLong.empty();
  }

  /** Arithmetic on the sizes that this table holds. */
  Sizes sizes() {
    return arithmetic;
  }

  long @Nullable [] sizes(Value value) {
    Extents known = extents[value.id()];
    return known == null ? null : known.sizes();
  }

  @Nullable Integers contents(Value value) {
    return contents[value.id()];
  }

  void put(Value value, long[] sizes) {
    Extents own = new Extents(sizes);
    Extents known = different.putIfAbsent(own, own);
    extents[value.id()] = known == null ? own : known;
  }

  /** Whether there is room for the elements of a tensor. */
  boolean fits(long count) {
    long limit = elements > MOST_ELEMENTS / 2 ? 16 : Integers.LIMIT;
    return count >= 0 && count <= limit && elements + count <= MOST_ELEMENTS;
  }

  void put(Value value, Integers known) {
    elements += known.count();
    contents[value.id()] = known;
  }

  @Nullable List<long[]> sequence(Value value) {
    return sequences.get(value);
  }

  void put(Value value, List<long[]> members) {
    sequences.put(value, members);
  }

  /** Gives back what only inference needs. */
  void close() {
    different.clear();
    sequences.clear();
  }
}

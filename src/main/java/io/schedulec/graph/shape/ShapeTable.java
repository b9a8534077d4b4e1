package io.schedulec.graph.shape;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the shape and the whole-number contents of every value of one model. Immutable
 * once {@link ShapeInference} has filled it.
 */
public final class ShapeTable {
  private final long[] @Nullable [] sizes;
  private final @Nullable Shape[] shapes;
  private final @Nullable Integers[] contents;
  private final Sizes arithmetic = new Sizes();

  ShapeTable(int values) {
    this.sizes = new long[values][];
    this.shapes = new Shape[values];
    this.contents = new Integers[values];
  }

  /** The shape of a value, with unknown sizes where need be; empty where its rank is unknown. */
  public Optional<Shape> shape(Value value) {
    return Optional.ofNullable(shapes[value.id()]);
  }

  /**
   * Whether two axes are certain to have the same size, even where the size itself is unknown.
   *
   * @param a a value of known rank
   * @param b a value of known rank
   */
  public boolean sameSize(Value a, int axisOfA, Value b, int axisOfB) {
    long[] left = sizes[a.id()];
    long[] right = sizes[b.id()];
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
    return sizes[value.id()];
  }

  @Nullable Integers contents(Value value) {
    return contents[value.id()];
  }

  void put(Value value, long[] dims) {
    long[] plain = new long[dims.length];
    for (int i = 0; i < dims.length; i++) {
      plain[i] = Dimension.known(dims[i]) ? dims[i] : Shape.UNKNOWN;
    }
    sizes[value.id()] = dims;
    shapes[value.id()] = Shape.of(plain);
  }

  void put(Value value, Integers elements) {
    contents[value.id()] = elements;
  }
}

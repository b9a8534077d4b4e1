package io.schedulec.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The attributes of a node.
 *
 * <p>A value is a {@code Long}, {@code Double}, {@code String}, {@code long[]}, {@code double[]},
 * {@code String[]}, {@link TensorData} (a tensor), or {@link Subgraph} (a body that is not
 * analysed).
 */
public final class Attributes {
  /** No attributes. */
  public static final Attributes NONE = new Attributes(Map.of());

  private final Map<String, Object> values;

  private Attributes(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * The body of a control-flow node; its contents are opaque.
   *
   * @param name its name
   * @param structure a digest of what it consists of
   */
  public record Subgraph(String name, String structure) {}

  /** Attributes with the given values. */
  public static Attributes of(Map<String, Object> values) {
    return new Attributes(Map.copyOf(values));
  }

  /** Whether an attribute is present. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The names of all attributes. */
  public Set<String> names() {
    return values.keySet();
  }

  /** A whole number, if present. */
  public OptionalLong integer(String name) {
    return values.get(name) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
  }

  /** A whole number, or the operator's default. */
  public long integer(String name, long otherwise) {
    return integer(name).orElse(otherwise);
  }

  /** A real number, or the operator's default. */
  public double real(String name, double otherwise) {
    return values.get(name) instanceof Double number ? number : otherwise;
  }

  /** A text, or the operator's default. */
  public String text(String name, String otherwise) {
    return values.get(name) instanceof String text ? text : otherwise;
  }

  /** A list of whole numbers, if present; an own copy. */
  public Optional<long[]> integers(String name) {
    return values.get(name) instanceof long[] list
        ? Optional.of(Arrays.copyOf(list, list.length))
        : Optional.empty();
  }

  /** A list of real numbers, if present; an own copy. */
  public Optional<double[]> reals(String name) {
    return values.get(name) instanceof double[] list
        ? Optional.of(Arrays.copyOf(list, list.length))
        : Optional.empty();
  }

  /** A list of texts, if present. */
  public Optional<List<String>> texts(String name) {
    return values.get(name) instanceof String[] list
        ? Optional.of(List.of(list))
        : Optional.empty();
  }

  /** The elements of a tensor, if present. */
  public Optional<TensorData> tensor(String name) {
    return values.get(name) instanceof TensorData tensor ? Optional.of(tensor) : Optional.empty();
  }

  /** The body that an attribute holds, if it holds one. */
  public Optional<Subgraph> subgraph(String name) {
    return values.get(name) instanceof Subgraph body ? Optional.of(body) : Optional.empty();
  }

  /** Whether an attribute holds a body, as in {@code If} and {@code Loop}. */
  public boolean hasSubgraph() {
    for (Object value : values.values()) {
      if (value instanceof Subgraph) {
        return true;
      }
    }
    return false;
  }
}

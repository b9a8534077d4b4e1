package io.schedulec.graph.onnx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node that a changed model file is to have in the place of others.
 *
 * @param name its name
 * @param opType its operator, one of the standard domain
 * @param inputs what it takes
 * @param output what it computes
 * @param attributes its attributes, by name
 */
public record NewNode(
    String name,
    String opType,
    List<Operand> inputs,
    Operand output,
    Map<String, Attribute> attributes) {

  /** Copies the collections, and puts the attributes in order. */
  public NewNode {
    inputs = List.copyOf(inputs);
    attributes = new TreeMap<>(attributes);
  }

  /** A tensor. */
  public sealed interface Operand permits Kept, Fresh, Numbers {}

  /** One that the file has already, or had until now. */
  public record Kept(String name) implements Operand {}

  /** One between the new nodes; the name is changed where the file has another of it. */
  public record Fresh(String name) implements Operand {}

  /**
   * Whole numbers, to be stored under a name like this.
   *
   * @param name the name, if it is free
   * @param dims the shape, none for a single number
   * @param elements the numbers, row-major
   */
  public record Numbers(String name, List<Long> dims, List<Long> elements) implements Operand {
    /** Copies the lists. */
    public Numbers {
      dims = List.copyOf(dims);
      elements = List.copyOf(elements);
    }

    /** A vector. */
    public static Numbers vector(String name, List<Long> elements) {
      return new Numbers(name, List.of((long) elements.size()), elements);
    }
  }

  /** A number that a node is told, or several. */
  public sealed interface Attribute permits Single, Several, Real {}

  /** A real number. */
  public record Real(float value) implements Attribute {}

  /** A whole number. */
  public record Single(long value) implements Attribute {}

  /** A list of whole numbers. */
  public record Several(List<Long> values) implements Attribute {
    /** Copies the list. */
    public Several {
      values = List.copyOf(values);
    }
  }
}

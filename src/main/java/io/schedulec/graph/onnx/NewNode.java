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
 * @param attributes its attributes, each a list of whole numbers or a single one
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

  /** A vector of whole numbers, to be stored under a name like this. */
  public record Numbers(String name, List<Long> elements) implements Operand {
    /** Copies the list. */
    public Numbers {
      elements = List.copyOf(elements);
    }
  }

  /** Whole numbers that a node is told. */
  public sealed interface Attribute permits Single, Several {}

  /** One number. */
  public record Single(long value) implements Attribute {}

  /** A list of numbers. */
  public record Several(List<Long> values) implements Attribute {
    /** Copies the list. */
    public Several {
      values = List.copyOf(values);
    }
  }
}

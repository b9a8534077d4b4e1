package io.schedulec.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator and what it is applied to. Compared by identity. */
public final class Node {
  private final int index;
  private final String name;
  private final String domain;
  private final String opType;
  private final List<Optional<Value>> inputs;
  private final List<Optional<Value>> outputs;
  private final Attributes attributes;
  private final String scope;
  private final @Nullable String enclosure;

  /**
   * A node.
   *
   * @param index its number in {@link ModelGraph#nodes()}
   * @param name its name in the model file, never empty
   * @param domain operator domain; empty for the standard one
   * @param opType operator name, e.g. {@code Conv}
   * @param inputs its inputs; empty entries for optional inputs that are left out
   * @param outputs its outputs, likewise
   * @param attributes its attributes
   * @param scope the module it was traced in, e.g. {@code layer1.0}; empty where unknown
   */
  public Node(
      int index,
      String name,
      String domain,
      String opType,
      List<Optional<Value>> inputs,
      List<Optional<Value>> outputs,
      Attributes attributes,
      String scope) {
    this(index, name, domain, opType, inputs, outputs, attributes, scope, null);
  }

  /**
   * A node.
   *
   * @param index its number in {@link ModelGraph#nodes()}
   * @param name its name in the model file, never empty
   * @param domain operator domain; empty for the standard one
   * @param opType operator name, e.g. {@code Conv}
   * @param inputs its inputs; empty entries for optional inputs that are left out
   * @param outputs its outputs, likewise
   * @param attributes its attributes
   * @param scope the module it was traced in, e.g. {@code layer1.0}; empty where unknown
   * @param enclosure what it is written in, as in {@code function Block}; null for the model's own
   *     graph
   */
  public Node(
      int index,
      String name,
      String domain,
      String opType,
      List<Optional<Value>> inputs,
      List<Optional<Value>> outputs,
      Attributes attributes,
      String scope,
      @Nullable String enclosure) {
    this.index = index;
    this.name = name;
    this.domain = domain;
    this.opType = opType;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.attributes = attributes;
    this.scope = scope;
    this.enclosure = enclosure;
  }

  /** Its number in {@link ModelGraph#nodes()}. */
  public int index() {
    return index;
  }

  /** Its name in the model file. */
  public String name() {
    return name;
  }

  /** Its operator domain; empty for the standard one. */
  public String domain() {
    return domain;
  }

  /** Whether its operator is one of the standard domain. */
  public boolean standard() {
    return domain.isEmpty() || domain.equals("ai.onnx");
  }

  /** Its operator, e.g. {@code Conv}. */
  public String opType() {
    return opType;
  }

  /** Its inputs, with empty entries for those left out. */
  public List<Optional<Value>> inputs() {
    return inputs;
  }

  /** Its outputs, with empty entries for those left out. */
  public List<Optional<Value>> outputs() {
    return outputs;
  }

  /** An input, if the node has one at that place. */
  public Optional<Value> input(int place) {
    return place < inputs.size() ? inputs.get(place) : Optional.empty();
  }

  /** An output, if the node has one at that place. */
  public Optional<Value> output(int place) {
    return place < outputs.size() ? outputs.get(place) : Optional.empty();
  }

  /** Its attributes. */
  public Attributes attributes() {
    return attributes;
  }

  /** The module it was traced in, e.g. {@code layer1.0}; empty where unknown. */
  public String scope() {
    return scope;
  }

  /** What it is written in, as in {@code function Block}; empty for the model's own graph. */
  public Optional<String> enclosure() {
    return Optional.ofNullable(enclosure);
  }

  @Override
  public String toString() {
    return opType + " " + name;
  }
}

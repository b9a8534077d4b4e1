package io.schedulec.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Identifies a network by its names, shapes, operators and wiring, never by the values of weights:
 * checkpoints of every epoch have the same structure.
 */
public final class Structure {
  private final MessageDigest digest;

  private Structure(MessageDigest digest) {
    this.digest = digest;
  }

  /** SHA-256 of the structure, in hexadecimal. */
  public static String digest(ModelGraph graph) {
    try {
      Structure structure = new Structure(MessageDigest.getInstance("SHA-256"));
      structure.add(graph);
      return HexFormat.of().formatHex(structure.digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private void add(ModelGraph graph) {
    new TreeMap<>(graph.opsets()).forEach((domain, version) -> add("opset", domain, version));
    new TreeMap<>(graph.declared())
        .forEach((name, operator) -> add("declared", name, operator.clauses()));
    for (Value value : graph.values()) {
      add(value);
    }
    graph.inputs().forEach(v -> add("input", v.id()));
    graph.outputs().forEach(v -> add("output", v.id()));
    for (Node node : graph.nodes()) {
      add(node);
    }
  }

  private void add(Value value) {
    add("value", value.id(), value.name(), value.kind(), value.type());
    value.shape().ifPresent(shape -> add("shape", shape));
    Optional<Parameter> parameter = value.parameter();
    if (parameter.isPresent()) {
      Parameter p = parameter.get();
      add("parameter", p.name(), p.onnxName(), p.shape(), p.stored());
    } else if (value.kind() == Value.Kind.CONSTANT && value.type().integer()) {
      value.data().ifPresent(data -> add("data", integers(data)));
    }
  }

  /** What a tensor holds, but for real numbers. */
  public static String text(TensorData tensor) {
    return tensor.type().integer() ? integers(tensor) : tensor.type().name();
  }

  /** A model may come without the file that its elements are in; then nothing reads them. */
  private static String integers(TensorData data) {
    try {
      return Arrays.toString(data.longs());
    } catch (UnreadableModelException e) {
      return "absent";
    }
  }

  private void add(Node node) {
    add("node", node.name(), node.domain(), node.opType());
    node.inputs().forEach(v -> add("in", v.map(Value::id).orElse(-1)));
    node.outputs().forEach(v -> add("out", v.map(Value::id).orElse(-1)));
    for (String name : new TreeSet<>(node.attributes().names())) {
      add("attribute", name, text(node.attributes(), name));
    }
  }

  /** What an attribute says, but for the elements of tensors of real numbers. */
  public static String text(Attributes attributes, String name) {
    if (attributes.integers(name).isPresent()) {
      return Arrays.toString(attributes.integers(name).get());
    }
    if (attributes.reals(name).isPresent()) {
      return Arrays.toString(attributes.reals(name).get());
    }
    if (attributes.texts(name).isPresent()) {
      return attributes.texts(name).get().toString();
    }
    if (attributes.subgraph(name).isPresent()) {
      Attributes.Subgraph body = attributes.subgraph(name).get();
      return body.name().concat(" ").concat(body.structure());
    }
    Optional<TensorData> tensor = attributes.tensor(name);
    if (tensor.isPresent()) {
      return text(tensor.get());
    }
    return attributes.integer(name).isPresent()
        ? Long.toString(attributes.integer(name).getAsLong())
        : attributes.text(name, "") + attributes.real(name, 0);
  }

  private void add(Object... parts) {
    for (Object part : parts) {
      byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
      digest.update((byte) (bytes.length >>> 8));
      digest.update((byte) bytes.length);
      digest.update(bytes);
    }
    digest.update((byte) '\n');
  }
}

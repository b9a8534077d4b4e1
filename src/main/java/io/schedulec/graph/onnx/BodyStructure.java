package io.schedulec.graph.onnx;

import io.schedulec.graph.Structure;
import io.schedulec.text.Sha256;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Digests of what is not looked into, without the values of weights. */
final class BodyStructure {
  private static final char PART = '\u001f';

  private final StringBuilder text = new StringBuilder();

  private BodyStructure() {}

  /** The digest of a body. */
  static String of(RawGraph body) {
    BodyStructure structure = new BodyStructure();
    for (RawTensor tensor : body.initializers()) {
      structure.add("tensor", tensor.name(), tensor.type().name(), tensor.shape().toString());
      structure.add(tensor.data() == null ? "" : Structure.text(tensor.data()));
    }
    for (RawValue input : body.inputs()) {
      structure.add("input", input.name(), input.type().name(), String.valueOf(input.shape()));
    }
    structure.add(body.nodes());
    body.outputs().forEach(output -> structure.add("output", output.name()));
    return structure.digest();
  }

  /** The digest of a function. */
  static String of(RawFunction function) {
    BodyStructure structure = new BodyStructure();
    new TreeMap<>(function.opsets())
        .forEach((domain, version) -> structure.add("opset", domain, version.toString()));
    function.inputs().forEach(input -> structure.add("input", input));
    structure.add(function.defaults());
    structure.add(function.nodes());
    function.outputs().forEach(output -> structure.add("output", output));
    return structure.digest();
  }

  private void add(List<RawNode> nodes) {
    for (RawNode node : nodes) {
      add("node", node.name(), node.domain(), node.opType(), node.overload());
      node.inputs().forEach(input -> add("in", input));
      node.outputs().forEach(output -> add("out", output));
      add(node.parts());
    }
  }

  private void add(RawAttributes attributes) {
    for (String name : new TreeSet<>(attributes.attributes().names())) {
      add("attribute", name, Structure.text(attributes.attributes(), name));
    }
    new TreeMap<>(attributes.references()).forEach((name, of) -> add("reference", name, of));
  }

  private void add(String... parts) {
    for (String part : parts) {
      text.append(part.length()).append(PART).append(part);
    }
    text.append('\n');
  }

  private String digest() {
    return Sha256.of(text.toString());
  }
}

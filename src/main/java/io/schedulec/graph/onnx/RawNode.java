package io.schedulec.graph.onnx;

import io.schedulec.graph.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as the file has it.
 *
 * @param name its name; empty where it has none
 * @param domain operator domain; empty for the standard one
 * @param opType operator name
 * @param inputs names of its inputs; empty for those left out
 * @param outputs names of its outputs, likewise
 * @param attributes its attributes
 * @param bodies its graph attributes
 * @param tensor the tensor among its attributes, if there is one
 * @param metadata what the exporter noted of it
 */
record RawNode(
    String name,
    String domain,
    String opType,
    List<String> inputs,
    List<String> outputs,
    Attributes attributes,
    List<RawGraph> bodies,
    @Nullable RawTensor tensor,
    RawMetadata metadata) {

  /** Reads a node; {@code depth} counts the graphs around it. */
  static RawNode read(Wire message, int depth) {
    String name = "";
    String domain = "";
    String opType = "";
    List<String> inputs = new ArrayList<>(4);
    List<String> outputs = new ArrayList<>(2);
    RawAttributes attributes = new RawAttributes();
    RawMetadata metadata = RawMetadata.NONE;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> inputs.add(message.text());
        case 2 -> outputs.add(message.text());
        case 3 -> name = message.text();
        case 4 -> opType = message.text();
        case 5 -> attributes.read(message.message(), depth);
        case 7 -> domain = message.text();
        case 9 -> metadata = metadata.with(message.message());
        default -> message.skip();
      }
    }
    return new RawNode(
        name,
        domain.equals("ai.onnx") ? "" : domain,
        opType,
        inputs,
        outputs,
        attributes.attributes(),
        attributes.bodies(),
        attributes.tensor(),
        metadata);
  }

  /** Whether it applies an operator of the standard domain. */
  boolean is(String standardOperator) {
    return domain.isEmpty() && opType.equals(standardOperator);
  }
}

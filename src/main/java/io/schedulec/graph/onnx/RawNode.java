package io.schedulec.graph.onnx;

import io.schedulec.graph.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as the file has it, or as it is where a function is called.
 *
 * @param name its name; empty where it has none
 * @param domain operator domain; empty for the standard one
 * @param opType operator name
 * @param overload which of the functions of that name it calls; empty for the only one
 * @param inputs names of its inputs; empty for those left out
 * @param outputs names of its outputs, likewise
 * @param parts its attributes
 * @param metadata what the exporter noted of it
 * @param inlined where it is written; null for a node of the model's own graph
 */
record RawNode(
    String name,
    String domain,
    String opType,
    String overload,
    List<String> inputs,
    List<String> outputs,
    RawAttributes parts,
    RawMetadata metadata,
    @Nullable Inlined inlined) {

  /**
   * Where a node is written that is not one of the model's own graph.
   *
   * @param where what it is part of, as in {@code function Block}
   * @param module the module it was traced in, empty where unknown; null where its own name or
   *     metadata says
   */
  record Inlined(String where, @Nullable String module) {}

  /** Reads a node; {@code depth} counts the graphs around it. */
  static RawNode read(Wire message, int depth) {
    String name = "";
    String domain = "";
    String opType = "";
    String overload = "";
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
        case 8 -> overload = message.text();
        case 9 -> metadata = metadata.with(message.message());
        default -> message.skip();
      }
    }
    return new RawNode(
        name,
        RawModel.domain(domain),
        opType,
        overload,
        inputs,
        outputs,
        attributes,
        metadata,
        null);
  }

  /** What it is part of, as in {@code function Block}; null for the model's own graph. */
  @Nullable String enclosure() {
    return inlined == null ? null : inlined.where();
  }

  /** Its attributes. */
  Attributes attributes() {
    return parts.attributes();
  }

  /** Its graph attributes. */
  List<RawAttributes.Body> bodies() {
    return parts.bodies();
  }

  /** Whether it applies an operator of the standard domain. */
  boolean is(String standardOperator) {
    return domain.isEmpty() && opType.equals(standardOperator);
  }

  /** This with other inputs and attributes. */
  RawNode with(List<String> otherInputs, RawAttributes otherParts) {
    return new RawNode(
        name, domain, opType, overload, otherInputs, outputs, otherParts, metadata, inlined);
  }

  /** This under the name that it is known by. */
  RawNode named(String other) {
    return new RawNode(other, domain, opType, overload, inputs, outputs, parts, metadata, inlined);
  }
}

package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A graph as the file has it.
 *
 * @param name its name
 * @param nodes its nodes
 * @param initializers tensors the file holds
 * @param inputs what it is given
 * @param outputs what it computes
 * @param declared what the file says of other values
 * @param signature which placeholders stand for which parameters, if the exporter noted it
 */
record RawGraph(
    String name,
    List<RawNode> nodes,
    List<RawTensor> initializers,
    List<RawValue> inputs,
    List<RawValue> outputs,
    List<RawValue> declared,
    @Nullable FileText signature) {
  private static final int DEEPEST = 50;

  /** Reads a graph; {@code depth} counts the graphs around it. */
  static RawGraph read(Wire message, int depth) {
    if (depth > DEEPEST) {
      throw message
          .file()
          .damaged(message.position(), "graphs are nested more than " + DEEPEST + " deep");
    }
    String name = "";
    List<RawNode> nodes = new ArrayList<>();
    List<RawTensor> initializers = new ArrayList<>();
    List<RawValue> inputs = new ArrayList<>(1);
    List<RawValue> outputs = new ArrayList<>(1);
    List<RawValue> declared = new ArrayList<>();
    FileText signature = null;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> nodes.add(RawNode.read(message.message(), depth));
        case 2 -> name = message.text();
        case 5 -> initializers.add(RawTensor.read(message.message()));
        case 11 -> inputs.add(RawValue.read(message.message()));
        case 12 -> outputs.add(RawValue.read(message.message()));
        case 13 -> declared.add(RawValue.read(message.message()));
        case 15 -> initializers.add(RawTensor.readSparse(message.message()));
        case 16 -> signature = signature(message.message(), signature);
        default -> message.skip();
      }
    }
    return new RawGraph(name, nodes, initializers, inputs, outputs, declared, signature);
  }

  /** The same with other nodes and tensors. */
  RawGraph with(List<RawNode> otherNodes, List<RawTensor> otherInitializers) {
    return new RawGraph(name, otherNodes, otherInitializers, inputs, outputs, declared, signature);
  }

  /** The names of what it computes. */
  List<String> outputNames() {
    List<String> names = new ArrayList<>(outputs.size());
    for (RawValue output : outputs) {
      names.add(output.name());
    }
    return names;
  }

  private static @Nullable FileText signature(Wire entry, @Nullable FileText otherwise) {
    FileText key = null;
    FileText value = null;
    while (entry.next()) {
      switch (entry.field()) {
        case 1 -> key = FileText.of(entry.message());
        case 2 -> value = FileText.of(entry.message());
        default -> entry.skip();
      }
    }
    return key != null && key.is("pkg.torch.export.ExportedProgram.graph_signature")
        ? value
        : otherwise;
  }
}

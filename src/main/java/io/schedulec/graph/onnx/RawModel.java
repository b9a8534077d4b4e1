package io.schedulec.graph.onnx;

import java.util.HashMap;
import java.util.Map;

/**
 * A model as the file has it.
 *
 * @param opsets version of each operator domain
 * @param graph its graph
 * @param version version of the file format
 * @param training whether it says how to be trained, too
 */
record RawModel(Map<String, Long> opsets, RawGraph graph, long version, boolean training) {

  /** Reads a file. */
  static RawModel read(ModelBytes file) {
    Map<String, Long> opsets = new HashMap<>();
    RawGraph graph = null;
    long version = 0;
    boolean training = false;
    Wire message = Wire.of(file);
    while (message.next()) {
      switch (message.field()) {
        case 1 -> version = message.integer();
        case 7 -> graph = RawGraph.read(message.message(), 0);
        case 8 -> readOpset(message.message(), opsets);
        case 20 -> {
          training = true;
          message.skip();
        }
        default -> message.skip();
      }
    }
    if (graph == null) {
      throw file.unrecognised("has no graph: it is not an ONNX model");
    }
    return new RawModel(opsets, graph, version, training);
  }

  private static void readOpset(Wire message, Map<String, Long> into) {
    String domain = "";
    long version = 0;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> domain = message.text();
        case 2 -> version = message.integer();
        default -> message.skip();
      }
    }
    into.put(domain.equals("ai.onnx") ? "" : domain, version);
  }
}

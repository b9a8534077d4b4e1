package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as the file has it.
 *
 * @param opsets version of each operator domain
 * @param written its graph, as it is written
 * @param expanded that graph with what its calls of functions stand for
 * @param version version of the file format
 * @param training whether it says how to be trained, too
 */
record RawModel(
    Map<String, Long> opsets, RawGraph written, Expanded expanded, long version, boolean training) {

  /** Reads a file. */
  static RawModel read(ModelBytes file) {
    Map<String, Long> opsets = new HashMap<>();
    List<RawFunction> functions = new ArrayList<>(0);
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
        case 25 -> functions.add(RawFunction.read(message.message()));
        default -> message.skip();
      }
    }
    if (graph == null) {
      throw file.unrecognised("has no graph: it is not an ONNX model");
    }
    Expanded expanded = Expanded.of(file, graph, functions, opsets);
    return new RawModel(opsets, graph, expanded, version, training);
  }

  /** Reads the version of a domain's operators. */
  static void readOpset(Wire message, Map<String, Long> into) {
    String domain = "";
    long version = 0;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> domain = message.text();
        case 2 -> version = message.integer();
        default -> message.skip();
      }
    }
    into.put(domain(domain), version);
  }

  /** A domain by the only name it has here: the standard one may be written out. */
  static String domain(String written) {
    return written.equals("ai.onnx") ? "" : written;
  }

  /** The graph, with what its calls of functions stand for. */
  RawGraph graph() {
    return expanded.graph();
  }
}

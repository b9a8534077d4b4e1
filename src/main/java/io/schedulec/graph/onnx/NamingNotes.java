package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.List;

/** Counts how parameters came to their names, and says so. */
final class NamingNotes {
  private int parameters;
  private int recovered;
  private int unknown;
  private String recoveredExample = "";
  private String unknownExample = "";

  /** Counts one parameter, which a tensor holds and a node uses. */
  void add(ParameterName name, String tensor, String node) {
    parameters++;
    if (!name.recovered()) {
      unknown++;
      unknownExample = unknownExample.isEmpty() ? tensor : unknownExample;
    } else if (!name.text().equals(tensor)) {
      recovered++;
      if (recoveredExample.isEmpty()) {
        recoveredExample = tensor + " in " + node + " is " + name.text();
      }
    }
  }

  /** What a reader should know, one sentence each. */
  List<String> notes(String source) {
    List<String> notes = new ArrayList<>(2);
    if (recovered > 0) {
      notes.add(
          "the names of "
              + recovered
              + " of "
              + parameters
              + " parameters were recovered from "
              + source
              + ", e.g. "
              + recoveredExample);
    }
    if (unknown > 0) {
      notes.add(
          unknown
              + " of "
              + parameters
              + " parameter names could not be recovered; they keep their ONNX names, e.g. "
              + unknownExample);
    }
    return notes;
  }
}

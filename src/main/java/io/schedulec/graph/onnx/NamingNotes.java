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
        recoveredExample = tensor.concat(" in ").concat(node).concat(" is ").concat(name.text());
      }
    }
  }

  /** What a reader should know, one sentence each. */
  List<String> notes(String source) {
    List<String> notes = new ArrayList<>(2);
    if (recovered > 0) {
      StringBuilder note = new StringBuilder("the names of ");
      count(note, recovered).append(" parameters were recovered from ").append(source);
      notes.add(note.append(", e.g. ").append(recoveredExample).toString());
    }
    if (unknown > 0) {
      StringBuilder note = count(new StringBuilder(), unknown);
      note.append(" parameter names could not be recovered; they keep their ONNX names, e.g. ");
      notes.add(note.append(unknownExample).toString());
    }
    return notes;
  }

  private StringBuilder count(StringBuilder note, int some) {
    return note.append(some).append(" of ").append(parameters);
  }
}

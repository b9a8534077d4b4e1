package io.schedulec.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The second file of a model to be written, which holds elements of its tensors. */
final class DataFile {
  /** Readers map elements into memory, which works by pages. */
  private static final int PAGE = 4096;

  private static final int WORD = 64;

  private final String name;
  private final List<NewElements> elements = new ArrayList<>();
  private final List<Long> offsets = new ArrayList<>();
  private long length;

  /** An empty file of a name. */
  DataFile(String name) {
    this.name = name;
  }

  /** Its name, in the folder of the model. */
  String name() {
    return name;
  }

  /** Whether nothing is in it. */
  boolean empty() {
    return elements.isEmpty();
  }

  /** Appends elements and returns where they begin. */
  long add(NewElements more) {
    long unit = more.length() < PAGE ? WORD : PAGE;
    long offset = (length + unit - 1) / unit * unit;
    elements.add(more);
    offsets.add(offset);
    length = offset + more.length();
    return offset;
  }

  /** Writes it. */
  void writeTo(Output out) throws IOException {
    long position = 0;
    for (int i = 0; i < elements.size(); i++) {
      out.pad((int) (offsets.get(i) - position));
      elements.get(i).writeTo(out);
      position = offsets.get(i) + elements.get(i).length();
    }
  }
}

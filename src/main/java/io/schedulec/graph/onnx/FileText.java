package io.schedulec.graph.onnx;

/** A text in a model file that is decoded only when somebody wants it. */
record FileText(ModelBytes file, int start, int end) {

  /** The text that a cursor's message is. */
  static FileText of(Wire text) {
    return new FileText(text.file(), text.position(), text.end());
  }

  /** Whether it is this ASCII text. */
  boolean is(String ascii) {
    return file.is(start, end, ascii);
  }

  /** The text itself. */
  @Override
  public String toString() {
    return file.text(start, end);
  }
}

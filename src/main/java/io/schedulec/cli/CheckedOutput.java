package io.schedulec.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream that remembers why it could not be written, as {@code PrintStream} does not. */
final class CheckedOutput extends FilterOutputStream {
  private String failure = "";
  private boolean broken;

  CheckedOutput(OutputStream out) {
    super(out);
  }

  /** Why output was lost; empty if none was, or if the reader had read enough. */
  String failure() {
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (broken) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      broken = true;
      String reason = String.valueOf(e.getMessage());
      failure = reason.contains("Broken pipe") ? "" : reason;
      throw e;
    }
  }
}

package io.schedulec.graph.onnx;

/** Guesses what a file is that cannot be read as ONNX. */
final class NotOnnx {
  private static final int LOOKED_AT = 256;

  private NotOnnx() {}

  /** A sentence that says what the file is instead; {@code otherwise} where that is not obvious. */
  static String describe(ModelBytes file, String otherwise) {
    if (startsWith(file, "version https://git-lfs")) {
      return file.path()
          + " is a Git LFS pointer, not the model itself: fetch it with git lfs pull";
    }
    if (startsWith(file, "PK\u0003\u0004")) {
      return file.path()
          + " is a zip archive, as torch.save and torch.export write, not an ONNX file:"
          + " export the model with torch.onnx.export";
    }
    if (startsWith(file, "ORTM", 4)) {
      return file.path() + " is in the ORT format of ONNX Runtime, not an ONNX file";
    }
    if (startsWith(file, "TFL3", 4)) {
      return file.path() + " is a TensorFlow Lite model, not an ONNX file";
    }
    if (text(file)) {
      return file.path() + " is a text file, not an ONNX file";
    }
    return otherwise;
  }

  private static boolean startsWith(ModelBytes file, String ascii) {
    return startsWith(file, ascii, 0);
  }

  private static boolean startsWith(ModelBytes file, String ascii, int from) {
    return file.size() >= from + ascii.length() && file.is(from, from + ascii.length(), ascii);
  }

  private static boolean text(ModelBytes file) {
    int length = Math.min(file.size(), LOOKED_AT);
    for (int i = 0; i < length; i++) {
      int b = file.at(i);
      boolean printable = (b >= ' ' && b != 0x7f) || b == '\n' || b == '\r' || b == '\t' || b < 0;
      if (!printable) {
        return false;
      }
    }
    // A protobuf field of a model begins with a byte below the letters; three bytes could be text.
    return length > 3;
  }
}

package io.schedulec.graph.onnx;

/** Names that exporters make up for tensors they computed. */
final class AnonymousNames {
  private AnonymousNames() {}

  /** Whether a tensor's name says nothing of the framework's parameter. */
  static boolean is(String name) {
    return name.startsWith("onnx::")
        || name.startsWith("/")
        || ModulePath.isNumber(name)
        || numbered(name, "val_")
        || numbered(name, "_val_");
  }

  private static boolean numbered(String name, String prefix) {
    return name.startsWith(prefix) && ModulePath.isNumber(name.substring(prefix.length()));
  }
}

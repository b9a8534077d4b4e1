package io.schedulec.graph.pt2;

/**
 * What a call calls, e.g. {@code torch.ops.aten.add_.Tensor}.
 *
 * @param domain the library, e.g. {@code aten}
 * @param name the operator, e.g. {@code add_}
 * @param overload which of the operators of that name, e.g. {@code Tensor}; may be empty
 */
record Target(String domain, String name, String overload) {
  private static final String OPERATORS = "torch.ops.";

  /** Reads a target. */
  static Target parse(String text) {
    if (text.startsWith(OPERATORS)) {
      String[] parts = text.substring(OPERATORS.length()).split("\\.", 3);
      if (parts.length >= 2) {
        return new Target(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
      }
    }
    int dot = text.lastIndexOf('.');
    return new Target("python", text.substring(dot + 1), "");
  }

  /** Whether it is one of PyTorch's own operators. */
  boolean aten() {
    return domain.equals("aten");
  }

  /** Whether it changes its first argument. */
  boolean inPlace() {
    return aten() && name.endsWith("_") && !name.endsWith("__");
  }

  /** The name without the underscore of an operator that works in place. */
  String plain() {
    return inPlace() ? name.substring(0, name.length() - 1) : name;
  }
}

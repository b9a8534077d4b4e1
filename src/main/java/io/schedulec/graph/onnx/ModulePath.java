package io.schedulec.graph.onnx;

import org.jspecify.annotations.Nullable;

/** Paths of modules, as exporters write them into node names and metadata. */
final class ModulePath {
  private ModulePath() {}

  /**
   * The path in a node name such as {@code /layer1/layer1.0/conv1/Conv}; empty where the name holds
   * none.
   *
   * <p>A component repeats the one before it where that is a container: {@code layer1.0} within
   * {@code layer1}.
   */
  static String ofNodeName(String name) {
    int last = name.lastIndexOf('/');
    if (last <= 0 || name.charAt(0) != '/') {
      return "";
    }
    StringBuilder path = new StringBuilder(last);
    String before = "";
    int start = 1;
    while (start < last) {
      int end = name.indexOf('/', start);
      String component = name.substring(start, end);
      int repeated = repeated(before, component);
      if (repeated == 0 && !path.isEmpty()) {
        path.append('.');
      }
      path.append(component, repeated, component.length());
      before = component;
      start = end + 1;
    }
    return path.toString();
  }

  /** How much of a component only repeats the one before it. */
  private static int repeated(String before, String component) {
    int length = before.length();
    if (length == 0) {
      return 0;
    }
    if (component.length() > length
        && component.charAt(length) == '.'
        && component.startsWith(before)) {
      return length;
    }
    // The second call of a container is numbered, the names of its members are not.
    int called = withoutCall(before);
    return called < length
            && component.length() > called
            && component.charAt(called) == '.'
            && component.regionMatches(0, before, 0, called)
        ? called
        : 0;
  }

  /** The length of a component without the number of its call, as in {@code relu_1}. */
  private static int withoutCall(String component) {
    int end = component.length();
    while (end > 0 && Character.isDigit(component.charAt(end - 1))) {
      end--;
    }
    return end < component.length() && end > 1 && component.charAt(end - 1) == '_'
        ? end - 1
        : component.length();
  }

  /** Whether a path is another call of the module at a path: {@code conv_1} of {@code conv}. */
  static boolean sameModule(String first, String later) {
    int i = 0;
    int j = 0;
    while (true) {
      int endFirst = end(first, i);
      int endLater = end(later, j);
      int length = endFirst - i;
      if (!later.regionMatches(j, first, i, length)
          || !isCall(later.substring(j + length, Math.max(endLater, j + length)))) {
        return false;
      }
      if (endFirst == first.length() || endLater == later.length()) {
        return endFirst == first.length() && endLater == later.length();
      }
      i = endFirst + 1;
      j = endLater + 1;
    }
  }

  private static int end(String path, int start) {
    int dot = path.indexOf('.', start);
    return dot < 0 ? path.length() : dot;
  }

  private static boolean isCall(String suffix) {
    if (suffix.isEmpty()) {
      return true;
    }
    return suffix.charAt(0) == '_' && isNumber(suffix.substring(1));
  }

  /** Whether a text is one or more digits. */
  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * The path in a list such as {@code ['', 'layer1', 'layer1.0', 'relu_1']}: its last entry but
   * one, because the last one is the operation.
   */
  static String ofScopes(@Nullable FileText scopes) {
    if (scopes == null) {
      return "";
    }
    String list = scopes.toString();
    int operation = list.lastIndexOf(", '");
    if (operation < 0) {
      return "";
    }
    int end = list.lastIndexOf('\'', operation);
    int start = end < 0 ? -1 : list.lastIndexOf('\'', end - 1);
    return start < 0 ? "" : list.substring(start + 1, end);
  }

  /** A name within a module. */
  static String join(String module, String name) {
    // Not +, whose first use in a process takes longer than reading a small model.
    return module.isEmpty() ? name : module.concat(".").concat(name);
  }

  /** The module that a dotted name lies in; empty at the top. */
  static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }
}

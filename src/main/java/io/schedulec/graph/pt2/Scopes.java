package io.schedulec.graph.pt2;

import java.util.Optional;

/** Module paths in the metadata of calls. */
final class Scopes {
  private Scopes() {}

  /**
   * The path of the innermost module in a stack such as {@code
   * L__self__,,Net;L__self__layer1,layer1,torch.nn.modules.container.Sequential}.
   */
  static String of(Json call) {
    Optional<Json> stack = call.find("metadata").flatMap(m -> m.find("nn_module_stack"));
    if (stack.isEmpty()) {
      return "";
    }
    String text = stack.get().text();
    String last = text.substring(text.lastIndexOf(';') + 1);
    int start = last.indexOf(',') + 1;
    int end = last.indexOf(',', start);
    String path = end < 0 ? "" : last.substring(start, end);
    return path.startsWith("_empty_nn_module_stack") ? "" : withoutCall(path);
  }

  /** A module's path without the number of its call, as in {@code relu@1}. */
  private static String withoutCall(String path) {
    int at = path.lastIndexOf('@');
    return at < 0 ? path : path.substring(0, at);
  }
}

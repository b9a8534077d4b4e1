package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call of a traced program that a node comes from.
 *
 * <p>Written as {@code %linear : [num_users=1] =
 * call_function[target=torch.ops.aten.linear.default](args = (%x, %p_fc_weight), kwargs = {})}.
 *
 * @param operator the function without its namespace and overload, e.g. {@code linear}
 * @param arguments the arguments as they are written, those given by name at the end
 */
record TracedCall(String operator, List<String> arguments) {
  private static final String TARGET = "[target=";
  private static final String ARGUMENTS = "(args = (";
  private static final String NAMED = "kwargs = {";

  /** The call that a node comes from; null where none is noted. */
  static @Nullable TracedCall of(RawNode node) {
    FileText text = node.metadata().call();
    return text == null ? null : parse(text.toString());
  }

  /** Reads a call; null where the text is none. */
  private static @Nullable TracedCall parse(String text) {
    int target = text.indexOf(TARGET);
    int close = target < 0 ? -1 : text.indexOf(']', target);
    int open = close < 0 ? -1 : text.indexOf(ARGUMENTS, close);
    if (open < 0) {
      return null;
    }
    List<String> arguments = new ArrayList<>(6);
    int end = list(text, open + ARGUMENTS.length(), arguments);
    int named = text.indexOf(NAMED, end);
    if (named >= 0) {
      list(text, named + NAMED.length(), arguments);
    }
    return new TracedCall(operator(text.substring(target + TARGET.length(), close)), arguments);
  }

  /** {@code linear} of {@code torch.ops.aten.linear.default}. */
  private static String operator(String target) {
    int overload = target.lastIndexOf('.');
    int name = overload <= 0 ? -1 : target.lastIndexOf('.', overload - 1);
    return name < 0 ? target : target.substring(name + 1, overload);
  }

  /** Splits at the commas outside of brackets; returns where the list is closed. */
  private static int list(String text, int from, List<String> into) {
    int depth = 0;
    int start = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ',' && depth == 0) {
        into.add(text.substring(start, i).strip());
        start = i + 1;
      } else if (c == ')' || c == ']' || c == '}') {
        if (depth == 0) {
          if (i > start) {
            into.add(text.substring(start, i).strip());
          }
          return i;
        }
        depth--;
      }
    }
    return text.length();
  }

  /** The placeholders in an argument that is a list; none in another. */
  static List<String> elements(String argument) {
    List<String> elements = new ArrayList<>(8);
    if (argument.startsWith("[%")) {
      List<String> written = new ArrayList<>(8);
      list(argument, 1, written);
      for (String element : written) {
        if (element.startsWith("%")) {
          elements.add(element.substring(1));
        }
      }
    }
    return elements;
  }

  /** The placeholder at an argument's place; null where something else stands there. */
  @Nullable String placeholder(int place) {
    if (place < 0 || place >= arguments.size()) {
      return null;
    }
    String argument = arguments.get(place);
    int percent = argument.indexOf('%');
    // An argument given by name is written weight: %p_fc_weight.
    return percent == 0 || (percent > 1 && argument.charAt(percent - 2) == ':')
        ? argument.substring(percent + 1)
        : null;
  }
}

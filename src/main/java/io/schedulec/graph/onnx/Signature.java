package io.schedulec.graph.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter each placeholder of a traced program stands for.
 *
 * <p>Written one to a line, as {@code p_conv1_weight: PARAMETER target='conv1.weight'}.
 */
final class Signature {
  private static final String TARGET = "target='";

  private final Map<String, String> targets = new HashMap<>();
  private final Set<String> parameters = new HashSet<>();

  private Signature() {}

  /** Reads a signature. */
  static Signature parse(String text) {
    Signature signature = new Signature();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      signature.line(text, start, end);
      start = end + 1;
    }
    return signature;
  }

  private void line(String text, int start, int end) {
    int colon = text.indexOf(": ", start);
    int target = colon < 0 ? -1 : text.indexOf(TARGET, colon);
    if (target < 0 || target >= end) {
      return;
    }
    int from = target + TARGET.length();
    int quote = text.indexOf('\'', from);
    if (quote > 0 && quote < end) {
      String name = text.substring(from, quote);
      targets.put(text.substring(start, colon), name);
      parameters.add(name);
    }
  }

  /** The parameter that a placeholder stands for. */
  @Nullable String target(String placeholder) {
    return targets.get(placeholder);
  }

  /** The parameter that a call takes as an argument. */
  @Nullable String target(TracedCall call, int argument) {
    String placeholder = call.placeholder(argument);
    return placeholder == null ? null : target(placeholder);
  }

  /** Whether the program has a parameter of this name. */
  boolean has(String parameter) {
    return parameters.contains(parameter);
  }

  /** Names of all parameters. */
  Set<String> parameters() {
    return parameters;
  }
}

package io.schedulec.fuzz;

import io.schedulec.source.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any text as the name or pattern of a weight, wherever a schedule may have one. */
public final class SelectorTarget {
  private SelectorTarget() {}

  /** What the fuzzer calls first: what is loaded once is not in the time of an input. */
  public static void fuzzerInitialize() {
    ScheduleTarget.fuzzerInitialize();
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String selector = quoted(new String(bytes, StandardCharsets.UTF_8));
    ScheduleTarget.shown(SourceFile.of("fuzzed.yaml", schedule(selector)));
  }

  private static String schedule(String selector) {
    return """
    pruners:
      ranked:
        class: L1RankedStructureParameterPruner
        group_type: Filters
        desired_sparsity: 0.5
        weights: [%s, layer1.0.conv1.weight]
      levels:
        class: SparsityLevelParameterPruner
        levels: {%s: 0.5}
    policies:
      - pruner: {instance_name: ranked}
        epochs: [0]
      - pruner: {instance_name: levels}
        epochs: [1]
    """
        .formatted(selector, selector);
  }

  /** In double quotes, so that nothing of it is YAML. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}

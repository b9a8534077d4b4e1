package io.schedulec.inspect;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One model of many.
 *
 * @param path its file, as it was given
 * @param error why it could not be read; empty if it could
 * @param nodes its operators
 * @param groups its groups of channels
 * @param prunable the share of its parameters' elements that are in a group that can be pruned,
 *     from 0 to 1
 * @param unknown the operators that hold channels because nobody knows what they do to them, with
 *     how many there are
 * @param milliseconds how long it took to read it and to find the groups
 */
public record Summary(
    String path,
    String error,
    int nodes,
    int groups,
    double prunable,
    Map<String, Integer> unknown,
    double milliseconds) {
  /** Copies the map. */
  public Summary {
    unknown = Collections.unmodifiableMap(new TreeMap<>(unknown));
  }

  /** A file that could not be read. */
  public static Summary unreadable(String path, String reason) {
    return new Summary(path, reason, 0, 0, 0, Map.of(), 0);
  }

  /** A model. */
  public static Summary of(
      String path, ModelGraph graph, ChannelSpaces spaces, double milliseconds) {
    return new Summary(
        path,
        "",
        graph.nodes().size(),
        spaces.groups().size(),
        PrunableShare.of(graph, spaces),
        unknown(graph, spaces),
        milliseconds);
  }

  /** Whether the file could be read. */
  public boolean read() {
    return error.isEmpty();
  }

  /** Of an operator that nobody knows not even the shape of its output is known. */
  private static Map<String, Integer> unknown(ModelGraph graph, ChannelSpaces spaces) {
    Set<String> names = new HashSet<>();
    Set<String> shapeless = new HashSet<>();
    for (CoupledGroup group : spaces.groups()) {
      for (Frozen frozen : group.frozen()) {
        String reason = frozen.reason();
        if (reason.equals("unknown-op")) {
          names.add(frozen.node());
        } else if (reason.equals("unknown-shape")) {
          shapeless.add(frozen.node());
        }
      }
    }
    Map<String, Integer> unknown = new HashMap<>();
    for (Node node : graph.nodes()) {
      boolean ruleless = !node.standard() || ChannelRules.rule(node.opType()) == null;
      if (names.contains(node.name()) || (ruleless && shapeless.contains(node.name()))) {
        String operator = (node.domain().isEmpty() ? "" : node.domain() + "::") + node.opType();
        unknown.merge(operator, 1, Integer::sum);
      }
    }
    return unknown;
  }
}

package io.schedulec.inspect;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.text.Json;
import io.schedulec.text.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The operators of a model, and which of them the channel analysis knows. */
public final class OpsTable {
  private OpsTable() {}

  /**
   * For people.
   *
   * @param known whether a rule states how channels pass a node
   */
  public static String text(ModelGraph graph, Predicate<Node> known) {
    Table table = new Table("operator", "nodes", "channels");
    Map<String, Node> examples = new TreeMap<>();
    Map<String, Integer> counts = count(graph, examples);
    counts.forEach(
        (operator, nodes) -> {
          boolean passes = known.test(examples.getOrDefault(operator, graph.nodes().get(0)));
          table.row(operator, nodes.toString(), passes ? "followed" : "held: unknown operator");
        });
    return table.toString();
  }

  /** For programs. */
  public static String json(String path, ModelGraph graph, Predicate<Node> known) {
    Map<String, Node> examples = new TreeMap<>();
    Map<String, Integer> counts = count(graph, examples);
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("model");
          Json.oneLine(json, one -> GroupsJson.model(one, path, graph));
          json.name("ops").beginArray();
          for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Node node = examples.getOrDefault(entry.getKey(), graph.nodes().get(0));
            Json.oneLine(
                json,
                one ->
                    one.beginObject()
                        .name("op")
                        .value(entry.getKey())
                        .name("nodes")
                        .value(entry.getValue())
                        .name("known")
                        .value(known.test(node))
                        .endObject());
          }
          json.endArray();
        });
  }

  private static Map<String, Integer> count(ModelGraph graph, Map<String, Node> examples) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Node node : graph.nodes()) {
      String name = (node.domain().isEmpty() ? "" : node.domain() + "::") + node.opType();
      counts.merge(name, 1, Integer::sum);
      examples.putIfAbsent(name, node);
    }
    return counts;
  }
}

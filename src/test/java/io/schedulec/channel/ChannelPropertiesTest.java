package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import io.schedulec.testing.Graphs;
import io.schedulec.testing.GroupText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every small network of branches that are added and concatenated. */
final class ChannelPropertiesTest {
  private static final int WIDTH = 4;

  /** Branches are independent of each other, so that they may be computed in any order. */
  private static ModelGraph network(int seed, int branches, List<Integer> order, String prefix) {
    Graphs graph = new Graphs();
    Value in = graph.input("x", 1, 3, 4, 4);
    Value[] ends = new Value[branches];
    for (int branch : order) {
      String name = prefix + branch;
      Value at = graph.conv(in, name + ".a", WIDTH, 3, 3);
      at = graph.node("Relu", at);
      ends[branch] = graph.conv(at, name + ".b", WIDTH, WIDTH, 1);
    }
    Random random = new Random(seed);
    Value joined = ends[0];
    long width = WIDTH;
    for (int branch = 1; branch < branches; branch++) {
      if (width == WIDTH && random.nextBoolean()) {
        joined = graph.node("Add", joined, ends[branch]);
      } else {
        joined = graph.node("Concat", Map.of("axis", 1L), joined, ends[branch]);
        width += WIDTH;
      }
    }
    return graph.build(graph.conv(joined, prefix + "out", 2, width, 1));
  }

  private static List<Integer> order(int branches, int seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < branches; i++) {
      order.add(i);
    }
    if (seed != 0) {
      Collections.shuffle(order, new Random(seed));
    }
    return order;
  }

  /** Groups as sets of members, whatever their order. */
  private static Set<String> groups(ModelGraph graph) {
    Set<String> groups = new TreeSet<>();
    for (String line : GroupText.of(graph)) {
      String[] parts = line.split(": ", 2);
      groups.add(parts[0] + ": " + new TreeSet<>(List.of(parts[1].split(", "))));
    }
    return groups;
  }

  @Property(tries = 100)
  void orderOfIndependentNodesChangesNothing(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 6) int branches, @ForAll int shuffle) {
    assertThat(groups(network(seed, branches, order(branches, shuffle), "p")))
        .isEqualTo(groups(network(seed, branches, order(branches, 0), "p")));
  }

  @Property(tries = 50)
  void namesChangeNothing(@ForAll int seed, @ForAll @IntRange(min = 1, max = 6) int branches) {
    List<String> lines = GroupText.of(network(seed, branches, order(branches, 0), "other"));
    lines.replaceAll(line -> line.replace("other", "p"));
    assertThat(lines).isEqualTo(GroupText.of(network(seed, branches, order(branches, 0), "p")));
  }
}

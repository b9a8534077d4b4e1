package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a level and the places where lines pass other rows, all of them called vertices.
 *
 * <p>Lines from one port share their way. A line for which there would be too many vertices has
 * none; it goes around everything.
 */
final class Grid {
  /** Vertices of lines for each cell and strand, from where on long lines go around. */
  private static final int BUDGET = 12;

  /** A line over so many rows is long. */
  private static final int LONG = 12;

  private final Level level;
  private final List<Integer> rankOf = new ArrayList<>();
  private final List<List<Integer>> up = new ArrayList<>();
  private final List<List<Integer>> down = new ArrayList<>();
  private final List<List<Integer>> ways = new ArrayList<>();
  private final List<List<Integer>> layers = new ArrayList<>();

  /** Where lines begin that share their way. */
  private record Origin(int cell, Port port) {}

  Grid(Level level) {
    this.level = level;
    int[] ranks = Ranks.of(level);
    for (int rank : ranks) {
      vertex(rank);
    }
    boolean crowded = crowded(ranks);
    Map<Origin, List<Integer>> chains = new LinkedHashMap<>();
    for (Strand strand : level.strands()) {
      boolean around = crowded && span(strand, ranks) > LONG;
      ways.add(around ? List.of() : way(strand, ranks, chains));
    }
    int rows = Arrays.stream(ranks).max().orElse(-1) + 1;
    for (int rank = 0; rank < rows; rank++) {
      layers.add(new ArrayList<>());
    }
    for (int vertex = 0; vertex < rankOf.size(); vertex++) {
      layers.get(rankOf.get(vertex)).add(vertex);
    }
  }

  private static int span(Strand strand, int[] ranks) {
    return ranks[strand.to()] - ranks[strand.from()];
  }

  private boolean crowded(int[] ranks) {
    long vertices = 0;
    for (Strand strand : level.strands()) {
      vertices += span(strand, ranks) - 1;
    }
    return vertices > (long) BUDGET * (level.cells().size() + level.strands().size() + 20);
  }

  private int vertex(int rank) {
    rankOf.add(rank);
    up.add(new ArrayList<>());
    down.add(new ArrayList<>());
    return rankOf.size() - 1;
  }

  /** The vertices of a line between its ends; where another has gone already, it follows. */
  private List<Integer> way(Strand strand, int[] ranks, Map<Origin, List<Integer>> chains) {
    List<Integer> chain =
        chains.computeIfAbsent(new Origin(strand.from(), strand.port()), k -> new ArrayList<>());
    int steps = span(strand, ranks) - 1;
    while (chain.size() < steps) {
      int above = chain.isEmpty() ? strand.from() : chain.get(chain.size() - 1);
      chain.add(vertex(rankOf.get(above) + 1));
      link(above, chain.get(chain.size() - 1));
    }
    link(steps == 0 ? strand.from() : chain.get(steps - 1), strand.to());
    return List.copyOf(chain.subList(0, steps));
  }

  private void link(int above, int below) {
    down.get(above).add(below);
    up.get(below).add(above);
  }

  Level level() {
    return level;
  }

  /** The vertices of each row, in no particular order at first. */
  List<List<Integer>> layers() {
    return layers;
  }

  int rank(int vertex) {
    return rankOf.get(vertex);
  }

  int vertices() {
    return rankOf.size();
  }

  /** Whether a vertex is a cell and not a place on a line. */
  boolean cell(int vertex) {
    return vertex < level.cells().size();
  }

  List<Integer> above(int vertex) {
    return up.get(vertex);
  }

  List<Integer> below(int vertex) {
    return down.get(vertex);
  }

  /** The vertices that a strand passes. */
  List<Integer> way(int strand) {
    return ways.get(strand);
  }

  /** Whether a strand goes around everything. */
  boolean around(int strand) {
    Strand s = level.strands().get(strand);
    return ways.get(strand).isEmpty() && rankOf.get(s.to()) - rankOf.get(s.from()) > 1;
  }
}

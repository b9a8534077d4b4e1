package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Parts an outline into levels; a line through frames becomes a line in every level it crosses. */
final class Leveling {
  private static final int WHOLE = -1;

  private final Outline outline;
  private final Map<Integer, Draft> drafts = new HashMap<>();

  private Leveling(Outline outline) {
    this.outline = outline;
  }

  /** The outermost level. */
  static Level of(Outline outline) {
    Leveling leveling = new Leveling(outline);
    outline.wires().forEach(leveling::wire);
    return leveling.level(WHOLE);
  }

  /** A level that is being made; an end's key is the port whose line goes through the frame. */
  private static final class Draft {
    final Set<Line> lines = new LinkedHashSet<>();
    final Set<Port> entries = new LinkedHashSet<>();
    final Set<Port> exits = new LinkedHashSet<>();
  }

  /** An end of a line: an item, a block, or a hole in the frame. */
  private record End(Cell.Kind kind, int number, Port port) {}

  /** A line between two ends of one level. */
  private record Line(End from, End to, Port port) {}

  private Draft draft(int block) {
    return drafts.computeIfAbsent(block, b -> new Draft());
  }

  private void wire(Wire wire) {
    Port port = new Port(wire.from(), wire.output(), wire.label(), wire.groups());
    List<Integer> from = around(wire.from());
    List<Integer> to = around(wire.to());
    int shared = 0;
    while (shared < from.size() && shared < to.size() && from.get(shared).equals(to.get(shared))) {
      shared++;
    }
    for (int i = shared; i < from.size(); i++) {
      Line line = new Line(below(from, i + 1, wire.from()), hole(Cell.Kind.EXIT, port), port);
      draft(from.get(i), port, false).lines.add(line);
    }
    Line here = new Line(below(from, shared, wire.from()), below(to, shared, wire.to()), port);
    draft(from.get(shared - 1)).lines.add(here);
    for (int i = shared; i < to.size(); i++) {
      Line line = new Line(hole(Cell.Kind.ENTRY, port), below(to, i + 1, wire.to()), port);
      draft(to.get(i), port, true).lines.add(line);
    }
  }

  private Draft draft(int block, Port port, boolean entering) {
    Draft draft = draft(block);
    (entering ? draft.entries : draft.exits).add(port);
    return draft;
  }

  /** The blocks around an item, outermost first. */
  private List<Integer> around(int item) {
    List<Integer> around = new ArrayList<>();
    for (int block = outline.blockOf().get(item);
        block != WHOLE;
        block = outline.blocks().get(block).outer()) {
      around.add(0, block);
    }
    around.add(0, WHOLE);
    return around;
  }

  private static End below(List<Integer> around, int depth, int item) {
    return depth < around.size()
        ? new End(Cell.Kind.BLOCK, around.get(depth), Port.NONE)
        : new End(Cell.Kind.ITEM, item, Port.NONE);
  }

  private static End hole(Cell.Kind kind, Port port) {
    return new End(kind, -1, port);
  }

  private Level level(int block) {
    Draft draft = draft(block);
    Map<End, Integer> places = new HashMap<>();
    List<Cell> cells = new ArrayList<>();
    for (End end : ends(block, draft)) {
      places.put(end, cells.size());
      cells.add(
          switch (end.kind()) {
            case ITEM -> Cell.item(end.number());
            case BLOCK -> Cell.block(end.number(), level(end.number()));
            case ENTRY, EXIT -> Cell.end(end.kind(), end.port());
          });
    }
    List<Strand> strands = new ArrayList<>();
    for (Line line : draft.lines) {
      strands.add(new Strand(place(places, line.from()), place(places, line.to()), line.port()));
    }
    return new Level(cells, strands);
  }

  private static int place(Map<End, Integer> places, End end) {
    Integer place = places.get(end);
    if (place == null) {
      throw new AssertionError("a line ends at " + end + ", which is not in its level");
    }
    return place;
  }

  /** What is in a level; a block stands where its first item does. */
  private List<End> ends(int block, Draft draft) {
    TreeMap<Integer, End> inside = new TreeMap<>();
    for (int item : outline.itemsIn(block)) {
      inside.put(item, new End(Cell.Kind.ITEM, item, Port.NONE));
    }
    for (int inner : outline.blocksIn(block)) {
      inside.put(first(inner), new End(Cell.Kind.BLOCK, inner, Port.NONE));
    }
    List<End> ends = new ArrayList<>();
    draft.entries.forEach(port -> ends.add(hole(Cell.Kind.ENTRY, port)));
    ends.addAll(inside.values());
    draft.exits.forEach(port -> ends.add(hole(Cell.Kind.EXIT, port)));
    return ends;
  }

  /** The first item of a block or of one inside it. */
  private int first(int block) {
    int first = Integer.MAX_VALUE;
    for (int item : outline.itemsIn(block)) {
      first = Math.min(first, item);
    }
    for (int inner : outline.blocksIn(block)) {
      first = Math.min(first, first(inner));
    }
    return first;
  }
}

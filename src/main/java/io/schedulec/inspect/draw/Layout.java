package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Area;
import io.schedulec.inspect.draw.Scene.Box;
import io.schedulec.inspect.draw.Scene.Curve;
import io.schedulec.inspect.draw.Scene.Frame;
import io.schedulec.inspect.draw.Scene.Label;
import io.schedulec.inspect.draw.Scene.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays out one level, from top to bottom. */
final class Layout {
  private static final double PAD = 14;
  private static final double TITLE = 20;
  private static final double FOOT = 8;
  private static final double STRIP = 14;
  private static final double LANE = 7;

  private final Outline outline;
  private final Level level;
  private final Grid grid;
  private final List<Ports> ports = new ArrayList<>();
  private final List<Scene> inner = new ArrayList<>();
  private final double[] widths;
  private final double[] heights;
  private final Rows rows;
  private final double[] x;
  private final Scene scene = new Scene();

  private Layout(Level level, Outline outline) {
    this.outline = outline;
    this.level = level;
    this.grid = new Grid(level);
    this.widths = new double[grid.vertices()];
    this.heights = new double[grid.vertices()];
    for (int cell = 0; cell < level.cells().size(); cell++) {
      ports.add(new Ports());
    }
    level.strands().forEach(strand -> ports.get(strand.from()).add(strand.port()));
    for (int cell = 0; cell < level.cells().size(); cell++) {
      measure(cell);
    }
    List<List<Integer>> layers = Ordering.of(grid);
    this.x = Spacing.of(grid, layers, widths, shifts(true), shifts(false));
    this.rows = new Rows(layers, heights, this::labelled, this::reach);
  }

  /** The places of everything in a level and in the blocks inside it. */
  static Scene of(Level level, Outline outline) {
    Layout layout = new Layout(level, outline);
    layout.cells();
    layout.strands();
    return layout.scene;
  }

  /** How high a cell will be. */
  static double height(Cell cell, Outline outline) {
    return switch (cell.kind()) {
      case ITEM -> Boxes.height(outline.sketch().items().get(cell.number()));
      case BLOCK -> of(cell.inner(), outline).height() + TITLE + FOOT;
      case ENTRY, EXIT -> 0;
    };
  }

  private void measure(int number) {
    Cell cell = level.cells().get(number);
    Scene inside = new Scene();
    switch (cell.kind()) {
      case ITEM -> {
        Item item = outline.sketch().items().get(cell.number());
        widths[number] = Math.max(Boxes.width(item), ports.get(number).width());
        heights[number] = Boxes.height(item);
      }
      case BLOCK -> {
        inside = framed(of(cell.inner(), outline), outline.blocks().get(cell.number()));
        widths[number] = inside.width();
        heights[number] = inside.height();
      }
      case ENTRY, EXIT -> widths[number] = 4;
    }
    inner.add(inside);
  }

  /** A block with room around it, and its title beside the lines that come in. */
  private static Scene framed(Scene inside, Block block) {
    Scene framed = new Scene();
    double title = Lettering.width(Boxes.title(block), Lettering.SMALL) + 10;
    double[] entering = inside.entering();
    int last = entering.length - 1;
    boolean left = last < 0 || entering[0] + PAD - 6 >= title;
    double begin = left ? 8 : entering[last] + PAD + 8;
    framed.add(inside, PAD, TITLE);
    framed.size(Math.max(inside.width() + 2 * PAD, begin + title), inside.height() + TITLE + FOOT);
    inside.ends(
        (port, at) -> framed.entry(port, at + PAD), (port, at) -> framed.exit(port, at + PAD));
    framed.title(new Point(begin, 14));
    return framed;
  }

  /** How far from its middle a block has its lines. */
  private double[] shifts(boolean entering) {
    double[] shifts = new double[grid.vertices()];
    for (int cell = 0; cell < inner.size(); cell++) {
      double[] ends = entering ? inner.get(cell).entering() : inner.get(cell).leaving();
      if (level.cells().get(cell).kind() == Cell.Kind.BLOCK && ends.length > 0) {
        shifts[cell] = (ends[0] + ends[ends.length - 1] - widths[cell]) / 2;
      }
    }
    return shifts;
  }

  private boolean labelled(int vertex) {
    return grid.cell(vertex)
        && level.cells().get(vertex).kind() == Cell.Kind.ITEM
        && ports.get(vertex).labelled();
  }

  /** How far to the side lines go from a vertex to the next row. */
  private double reach(int vertex) {
    double reach = 0;
    for (int below : grid.below(vertex)) {
      reach = Math.max(reach, Math.abs(x[below] - x[vertex]));
    }
    return reach;
  }

  private Area area(int cell) {
    double row = rows.height(grid.rank(cell));
    double top = rows.top(grid.rank(cell)) + (row - heights[cell]) / 2;
    return new Area(x[cell] - widths[cell] / 2, top, widths[cell], heights[cell]);
  }

  private void cells() {
    for (int number = 0; number < level.cells().size(); number++) {
      Cell cell = level.cells().get(number);
      Area area = area(number);
      switch (cell.kind()) {
        case ITEM -> {
          scene.boxes().add(new Box(cell.number(), area));
          labels(number, area);
        }
        case BLOCK -> block(cell.number(), inner.get(number), area);
        case ENTRY -> scene.entry(cell.port(), area.middle());
        case EXIT -> scene.exit(cell.port(), area.middle());
      }
      scene.size(area.x() + area.width(), area.bottom());
    }
    for (double middle : x) {
      scene.size(middle + 4, rows.bottom());
    }
  }

  private void labels(int cell, Area area) {
    for (Port port : ports.get(cell).all()) {
      if (!port.label().isEmpty()) {
        double left = area.x() + ports.get(cell).at(port, area.width()) + 4;
        double width = Lettering.width(port.label(), Lettering.SMALL);
        scene.labels().add(new Label(port.label(), new Area(left, area.bottom(), width, STRIP)));
      }
    }
  }

  private void block(int block, Scene inside, Area area) {
    scene.frames().add(new Frame(block, area, inside.title().moved(area.x(), area.y())));
    scene.add(inside, area.x(), area.y());
    inside.ends(
        (port, at) -> {
          Point top = new Point(area.x() + at, area.y());
          scene.curves().add(line(port, top, new Point(top.x(), top.y() + TITLE)));
        },
        (port, at) -> {
          Point bottom = new Point(area.x() + at, area.bottom());
          scene.curves().add(line(port, new Point(bottom.x(), bottom.y() - FOOT), bottom));
        });
  }

  private static Curve line(Port port, Point from, Point to) {
    return new Curve(List.of(from, to), port.groups(), false, false);
  }

  private void strands() {
    Map<Integer, Targets> targets = new HashMap<>();
    for (int strand = 0; strand < level.strands().size(); strand++) {
      int to = level.strands().get(strand).to();
      targets.computeIfAbsent(to, cell -> new Targets()).add(strand, before(strand));
    }
    int lanes = 0;
    for (int strand = 0; strand < level.strands().size(); strand++) {
      Strand s = level.strands().get(strand);
      Area to = area(s.to());
      double end = end(s, strand, targets.getOrDefault(s.to(), new Targets()), to);
      if (grid.around(strand)) {
        around(s, end, to, scene.width() + LANE * ++lanes);
      } else {
        strand(s, strand, end, to);
      }
    }
    scene.size(scene.width() + (lanes > 0 ? LANE * (lanes + 1) : 0), 0);
  }

  /** Where a strand comes from, just above its last row. */
  private double before(int strand) {
    List<Integer> way = grid.way(strand);
    Strand s = level.strands().get(strand);
    return way.isEmpty() ? start(s).x() : x[way.get(way.size() - 1)];
  }

  private Point start(Strand strand) {
    Area from = area(strand.from());
    return switch (level.cells().get(strand.from()).kind()) {
      case ITEM ->
          new Point(
              from.x() + ports.get(strand.from()).at(strand.port(), from.width()), from.bottom());
      case BLOCK ->
          new Point(from.x() + inner.get(strand.from()).exit(strand.port()), from.bottom());
      case ENTRY, EXIT -> new Point(from.middle(), from.bottom());
    };
  }

  private double end(Strand strand, int number, Targets targets, Area to) {
    return switch (level.cells().get(strand.to()).kind()) {
      case ITEM -> targets.at(number, to);
      case BLOCK -> to.x() + inner.get(strand.to()).entry(strand.port());
      case ENTRY, EXIT -> to.middle();
    };
  }

  private void strand(Strand strand, int number, double end, Area to) {
    List<Point> points = new ArrayList<>();
    Point start = start(strand);
    int rank = grid.rank(strand.from());
    points.add(start);
    points.add(new Point(start.x(), rows.leave(rank)));
    for (int vertex : grid.way(number)) {
      rank++;
      points.add(new Point(x[vertex], rows.top(rank)));
      points.add(new Point(x[vertex], rows.leave(rank)));
    }
    points.add(new Point(end, rows.top(rank + 1)));
    points.add(new Point(end, to.y()));
    scene.curves().add(new Curve(points, strand.port().groups(), arrow(strand), false));
  }

  private boolean arrow(Strand strand) {
    return level.cells().get(strand.to()).kind() == Cell.Kind.ITEM;
  }

  /** Goes out to the right of everything, down, and back in; between rows there is only air. */
  private void around(Strand strand, double end, Area to, double lane) {
    Point start = start(strand);
    double out = rows.leave(grid.rank(strand.from())) + 4;
    double back = rows.top(grid.rank(strand.to())) - 6;
    List<Point> points =
        List.of(
            start,
            new Point(start.x(), out),
            new Point(lane, out),
            new Point(lane, back),
            new Point(end, back),
            new Point(end, to.y()));
    scene.curves().add(new Curve(points, strand.port().groups(), arrow(strand), true));
  }
}

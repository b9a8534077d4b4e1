package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Everything with its place; grows while it is laid out. */
final class Scene {
  private final List<Box> boxes = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final Map<Port, Double> entries = new LinkedHashMap<>();
  private final Map<Port, Double> exits = new LinkedHashMap<>();
  private Point title = new Point(0, 0);
  private double width;
  private double height;

  /** A place. */
  record Point(double x, double y) {
    Point moved(double dx, double dy) {
      return new Point(x + dx, y + dy);
    }
  }

  /** A rectangle. */
  record Area(double x, double y, double width, double height) {
    Area moved(double dx, double dy) {
      return new Area(x + dx, y + dy, width, height);
    }

    double middle() {
      return x + width / 2;
    }

    double bottom() {
      return y + height;
    }

    /** Whether two rectangles share more than an edge. */
    boolean overlaps(Area other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  /** An item. */
  record Box(int item, Area area) {}

  /** The frame of a block, and where its title begins. */
  record Frame(int block, Area area, Point title) {}

  /**
   * A line.
   *
   * @param points what it leads through, from top to bottom
   * @param groups the groups of its channels
   * @param arrow whether it ends at an item
   * @param square whether it has corners, because it goes up, too
   */
  record Curve(List<Point> points, List<Integer> groups, boolean arrow, boolean square) {}

  /** A number of channels; the area is all that it covers. */
  record Label(String text, Area area) {}

  List<Box> boxes() {
    return boxes;
  }

  List<Frame> frames() {
    return frames;
  }

  List<Curve> curves() {
    return curves;
  }

  List<Label> labels() {
    return labels;
  }

  /** Where a line comes in at the top. */
  double entry(Port port) {
    return entries.getOrDefault(port, width / 2);
  }

  /** Where a line goes out at the bottom. */
  double exit(Port port) {
    return exits.getOrDefault(port, width / 2);
  }

  void entry(Port port, double x) {
    entries.put(port, x);
  }

  void exit(Port port, double x) {
    exits.put(port, x);
  }

  /** Tells every line that comes in and every one that goes out. */
  void ends(BiConsumer<Port, Double> entering, BiConsumer<Port, Double> leaving) {
    entries.forEach(entering);
    exits.forEach(leaving);
  }

  /** Where lines come in, from left to right. */
  double[] entering() {
    return entries.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Where lines go out, from left to right. */
  double[] leaving() {
    return exits.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  Point title() {
    return title;
  }

  void title(Point newTitle) {
    title = newTitle;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Makes room. */
  void size(double newWidth, double newHeight) {
    width = Math.max(width, newWidth);
    height = Math.max(height, newHeight);
  }

  /** Adds all of another scene. */
  void add(Scene other, double dx, double dy) {
    other.boxes.forEach(b -> boxes.add(new Box(b.item, b.area.moved(dx, dy))));
    other.frames.forEach(
        f -> frames.add(new Frame(f.block, f.area.moved(dx, dy), f.title.moved(dx, dy))));
    other.labels.forEach(l -> labels.add(new Label(l.text, l.area.moved(dx, dy))));
    for (Curve curve : other.curves) {
      List<Point> points = curve.points.stream().map(point -> point.moved(dx, dy)).toList();
      curves.add(new Curve(points, curve.groups, curve.arrow, curve.square));
    }
  }
}

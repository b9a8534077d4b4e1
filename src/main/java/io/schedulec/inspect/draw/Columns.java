package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Curve;
import io.schedulec.inspect.draw.Scene.Point;
import java.util.List;

/**
 * Breaks a long picture into columns, where just one line leads on, so that it fits a page or a
 * slide.
 */
final class Columns {
  /** Lower pictures stay whole. */
  private static final double LOW = 760;

  /** How much wider than high a picture should be. */
  private static final double RATIO = 1.5;

  private static final int MOST = 8;
  private static final double GUTTER = 44;
  private static final double TURN = 14;

  private final Outline outline;
  private final Scene scene = new Scene();

  private Columns(Outline outline) {
    this.outline = outline;
  }

  static Scene of(Level level, Outline outline) {
    Scene whole = Layout.of(level, outline);
    int columns = columns(whole.width(), whole.height());
    List<Slices.Slice> slices = columns > 1 ? Slices.of(level, outline, columns) : List.of();
    if (slices.size() < 2) {
      return whole;
    }
    Columns broken = new Columns(outline);
    broken.place(slices);
    return broken.scene;
  }

  private static int columns(double width, double height) {
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int columns = 1; columns <= MOST && height > LOW; columns++) {
      double ratio = (columns * (width + GUTTER) - GUTTER) / (height / columns);
      double miss = Math.abs(Math.log(ratio / RATIO));
      if (miss < least) {
        least = miss;
        best = columns;
      }
    }
    return best;
  }

  private void place(List<Slices.Slice> slices) {
    double left = 0;
    Point from = new Point(0, 0);
    for (int i = 0; i < slices.size(); i++) {
      Slices.Slice slice = slices.get(i);
      Scene column = Layout.of(slice.level(), outline);
      scene.add(column, left, TURN);
      scene.size(left + column.width(), column.height() + 2 * TURN);
      if (i > 0) {
        double to = left + column.entry(slice.entering());
        turn(from, left - GUTTER / 2, to, slice.entering());
      }
      from = new Point(left + column.exit(slice.leaving()), TURN + column.height());
      left += column.width() + GUTTER;
    }
  }

  /** From the foot of one column to the head of the next. */
  private void turn(Point from, double gutter, double to, Port port) {
    List<Point> points =
        List.of(
            from,
            new Point(from.x(), from.y() + TURN - 2),
            new Point(gutter, from.y() + TURN - 2),
            new Point(gutter, 2),
            new Point(to, 2),
            new Point(to, TURN));
    scene.curves().add(new Curve(points, port.groups(), false, true));
  }
}

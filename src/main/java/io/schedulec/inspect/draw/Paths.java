package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Curve;
import io.schedulec.inspect.draw.Scene.Point;
import java.util.List;

/** Lines in the language of SVG paths. */
final class Paths {
  private static final double ROUND = 8;

  private Paths() {}

  static String of(Curve curve) {
    return curve.square() ? square(curve.points()) : smooth(curve.points());
  }

  private static String smooth(List<Point> points) {
    StringBuilder path = new StringBuilder(at("M", points.get(0)));
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      if (Math.abs(from.x() - to.x()) < 0.05) {
        path.append(at("L", to));
      } else {
        double middle = (from.y() + to.y()) / 2;
        path.append(at("C", new Point(from.x(), middle)));
        path.append(at(" ", new Point(to.x(), middle))).append(at(" ", to));
      }
    }
    return path.toString();
  }

  private static String square(List<Point> points) {
    StringBuilder path = new StringBuilder(at("M", points.get(0)));
    for (int i = 1; i + 1 < points.size(); i++) {
      Point corner = points.get(i);
      path.append(at("L", towards(corner, points.get(i - 1))));
      path.append(at("Q", corner)).append(at(" ", towards(corner, points.get(i + 1))));
    }
    return path + at("L", points.get(points.size() - 1));
  }

  /** A little way from a corner to another point. */
  private static Point towards(Point corner, Point other) {
    double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
    double part = length == 0 ? 0 : Math.min(ROUND, length / 2) / length;
    return new Point(
        corner.x() + part * (other.x() - corner.x()), corner.y() + part * (other.y() - corner.y()));
  }

  private static String at(String command, Point point) {
    return command + Svg.number(point.x()) + " " + Svg.number(point.y());
  }
}

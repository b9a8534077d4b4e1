package io.schedulec.inspect.draw;

import io.schedulec.inspect.draw.Scene.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where lines reach the upper edge of one box: side by side, in the order they come in. */
final class Targets {
  private static final double APART = 11;
  private static final double MARGIN = 10;

  private final List<Arrival> arrivals = new ArrayList<>();
  private boolean sorted;

  private record Arrival(int strand, double from) {}

  void add(int strand, double from) {
    arrivals.add(new Arrival(strand, from));
  }

  double at(int strand, Area box) {
    if (arrivals.size() == 1) {
      double from = arrivals.get(0).from();
      boolean over = from > box.x() + MARGIN && from < box.x() + box.width() - MARGIN;
      return over ? from : box.middle();
    }
    if (!sorted) {
      arrivals.sort(Comparator.comparingDouble(Arrival::from));
      sorted = true;
    }
    double apart = Math.min(APART, (box.width() - MARGIN) / arrivals.size());
    double middle = straight(box.middle());
    for (int i = 0; i < arrivals.size(); i++) {
      if (arrivals.get(i).strand() == strand) {
        return box.middle() + (i - middle) * apart;
      }
    }
    throw new AssertionError("a line to another box");
  }

  /** The line that comes straight from above has the middle, if it is one of the middle ones. */
  private double straight(double middle) {
    double center = (arrivals.size() - 1) / 2.0;
    for (int i = 0; i < arrivals.size(); i++) {
      boolean central = Math.abs(i - center) <= 0.5;
      if (central && Math.abs(arrivals.get(i).from() - middle) < 1) {
        return i;
      }
    }
    return center;
  }
}

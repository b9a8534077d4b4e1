package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.List;

/** Where lines leave the lower edge of one box, each with room for its number. */
final class Ports {
  private static final double AIR = 12;

  private final List<Port> ports = new ArrayList<>();

  /** Adds a port; one that differs in groups only has the same place. */
  void add(Port port) {
    if (ports.stream().noneMatch(other -> same(other, port))) {
      ports.add(port);
    }
  }

  private static boolean same(Port one, Port other) {
    return one.item() == other.item()
        && one.output() == other.output()
        && one.label().equals(other.label());
  }

  List<Port> all() {
    return ports;
  }

  boolean labelled() {
    return ports.stream().anyMatch(port -> !port.label().isEmpty());
  }

  private static double room(Port port) {
    return Lettering.width(port.label(), Lettering.SMALL) + AIR;
  }

  /** The least width of the box. */
  double width() {
    if (ports.size() == 1) {
      return 2 * room(ports.get(0));
    }
    return ports.stream().mapToDouble(Ports::room).sum() + AIR;
  }

  /** The place of a port from the left of a box; a single one is in the middle. */
  double at(Port port, double width) {
    if (ports.size() == 1) {
      return width / 2;
    }
    double spare = (width - width()) / ports.size();
    double at = AIR / 2 + spare / 2;
    for (Port other : ports) {
      if (same(other, port)) {
        return at + 2;
      }
      at += room(other) + spare;
    }
    throw new AssertionError("a port of another box");
  }
}

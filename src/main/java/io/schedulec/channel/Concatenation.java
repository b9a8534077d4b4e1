package io.schedulec.channel;

import io.schedulec.channel.rule.Axis;
import io.schedulec.channel.rule.IndexMap;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ties values that are put one after the other with what they make together. */
final class Concatenation {
  private final Statements statements;
  private final Views views;
  private final Spaces spaces;
  private final Composites composites;
  private final Composites.At at;

  Concatenation(
      Statements statements, Views views, Spaces spaces, Composites composites, Composites.At at) {
    this.statements = statements;
    this.views = views;
    this.spaces = spaces;
    this.composites = composites;
    this.at = at;
  }

  void run(List<Value> parts, Value out, int axis) {
    List<Spread> spreads = spreads(parts, axis);
    if (spreads.isEmpty()) {
      separately(parts, out, axis);
    } else {
      together(parts, spreads, out, axis);
    }
  }

  private void separately(List<Value> parts, Value out, int axis) {
    boolean idle = true;
    for (Value part : parts) {
      idle &= views.whole(part, axis) && spaces.idle(views.space(part, axis));
    }
    Axis whole = statements.axis(out, axis);
    if (idle) {
      spaces.freezeLike(whole.id(), views.space(parts.get(0), axis), at.node(), out.id());
    }
    int offset = 0;
    for (Value part : parts) {
      if (!idle) {
        Axis own = statements.axis(part, axis);
        statements.tie(own, whole, new IndexMap.Shift(offset));
        offset += Math.max(0, own.size());
      }
      others(part, out, axis, List.of());
    }
  }

  private void others(Value part, Value out, int axis, List<Integer> but) {
    int[] axes = new int[views.shape(part).rank()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = i == axis || but.contains(i) ? -1 : i;
    }
    statements.pass(part, out, axes, false);
  }

  /**
   * How the channels of each part are spread over the axis and others, if all parts have theirs
   * spread alike; else none.
   */
  private List<Spread> spreads(List<Value> parts, int axis) {
    List<Spread> spreads = new ArrayList<>();
    for (Value part : parts) {
      List<Digit> digits = views.digits(part, axis);
      int space = digits.get(0).space();
      if (views.whole(part, axis) || digits.size() > 1 || spaces.frozen(space)) {
        return List.of();
      }
      Optional<Spread> spread = Spread.of(views, part, space, spaces.size(space));
      if (spread.isEmpty() || !alone(spread.get(), part)) {
        return List.of();
      }
      spreads.add(spread.get());
    }
    for (Spread spread : spreads) {
      if (!alike(spreads.get(0), spread, axis)) {
        return List.of();
      }
    }
    return spreads;
  }

  /** Whether every axis that has a digit of a space has just that one. */
  private boolean alone(Spread spread, Value part) {
    for (Spread.Place place : spread.places()) {
      if (views.digits(part, place.axis()).size() > 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(Spread a, Spread b, int axis) {
    boolean alike = a.places().size() == b.places().size();
    for (int k = 0; alike && k < a.places().size(); k++) {
      Spread.Place one = a.places().get(k);
      Spread.Place other = b.places().get(k);
      alike =
          one.axis() == other.axis()
              && (one.axis() == axis || one.digit().size() == other.digit().size());
    }
    return alike;
  }

  private void together(List<Value> parts, List<Spread> spreads, Value out, int axis) {
    Spread first = spreads.get(0);
    int[] sizes = first.sizes(axis, views.size(out, axis));
    int size = 1;
    for (int one : sizes) {
      size *= one;
    }
    int space = spaces.add(size);
    List<Digit> digits = first.renumbered(space, sizes);
    List<Integer> taken = new ArrayList<>();
    for (int k = 0; k < digits.size(); k++) {
      taken.add(first.places().get(k).axis());
      views.set(out, first.places().get(k).axis(), digits.subList(k, k + 1));
    }
    int offset = 0;
    for (int i = 0; i < parts.size(); i++) {
      tie(spreads.get(i), axis, offset, digits);
      offset += views.size(parts.get(i), axis);
      others(parts.get(i), out, axis, taken);
    }
  }

  private void tie(Spread part, int axis, int offset, List<Digit> digits) {
    int from = part.places().get(0).digit().space();
    int to = digits.get(0).space();
    composites.state(from, to, at);
    int a = spaces.base(from);
    int b = spaces.base(to);
    for (int channel = 0; channel < spaces.size(from); channel++) {
      int target = 0;
      for (int k = 0; k < digits.size(); k++) {
        Spread.Place place = part.places().get(k);
        int shift = place.axis() == axis ? offset : 0;
        target += (place.digit().of(channel) + shift) * digits.get(k).stride();
      }
      spaces.sets().union(a + channel, b + target, at.time(), false);
    }
  }
}

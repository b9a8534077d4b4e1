package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Value;
import java.util.List;
import java.util.Optional;

/** Ties what is chosen of an axis by number with what it is chosen from. */
final class Selection {
  private final Views views;
  private final Spaces spaces;
  private final Composites composites;
  private final Composites.At at;

  Selection(Views views, Spaces spaces, Composites composites, Composites.At at) {
    this.views = views;
    this.spaces = spaces;
    this.composites = composites;
    this.at = at;
  }

  void run(Value from, int axis, Value to, int[] axes, int[] targets, int[] indices) {
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0) {
        views.set(to, axes[i], views.digits(from, i));
      }
    }
    List<Digit> digits = views.digits(from, axis);
    if (dead(digits)) {
      dead(digits, to, targets);
      return;
    }
    Digit digit = digits.get(0);
    boolean part = digits.size() == 1 && !views.whole(from, axis);
    Optional<Spread> spread =
        part ? Spread.of(views, from, digit.space(), spaces.size(digit.space())) : Optional.empty();
    if (spread.isPresent() && spread.get().on(axis) == 1) {
      choose(spread.get(), from, axis, to, axes, targets, indices);
    } else {
      int space = views.whole(from, axis) ? digit.space() : composites.space(digits, at);
      choose(space, to, targets, indices);
    }
  }

  private boolean dead(List<Digit> digits) {
    for (Digit digit : digits) {
      if (!composites.frozen(digit)) {
        return false;
      }
    }
    return true;
  }

  private void dead(List<Digit> digits, Value to, int[] targets) {
    for (int target : targets) {
      int space = spaces.add(views.size(to, target));
      spaces.freezeLike(space, digits.get(0).space(), at.node(), to.id());
      views.set(to, target, space);
    }
  }

  /** Of an axis that numbers channels by itself. */
  private void choose(int space, Value to, int[] targets, int[] indices) {
    if (targets.length == 0) {
      spaces.freeze(space, Reason.SELECTED, at.node(), to.id());
      return;
    }
    if (indices.length == spaces.size(space) && ascending(indices)) {
      number(to, targets, new Digit(space, 1, indices.length));
      return;
    }
    int chosen = spaces.add(indices.length);
    number(to, targets, new Digit(chosen, 1, indices.length));
    int a = spaces.base(chosen);
    int b = spaces.base(space);
    composites.state(chosen, space, at);
    for (int i = 0; i < indices.length; i++) {
      spaces.sets().union(a + i, b + indices[i], at.time(), false);
    }
  }

  /** Writes a number over some axes. */
  private void number(Value to, int[] targets, Digit digit) {
    int stride = digit.stride();
    for (int k = targets.length - 1; k >= 0; k--) {
      int size = views.size(to, targets[k]);
      if (size == 1 && targets.length > 1) {
        views.set(to, targets[k], views.frozen(to, targets[k], Reason.FIXED_SHAPE));
      } else {
        views.set(to, targets[k], List.of(new Digit(digit.space(), stride, size)));
        stride *= size;
      }
    }
  }

  private static boolean ascending(int[] indices) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] != i) {
        return false;
      }
    }
    return true;
  }

  /** Of an axis that numbers channels together with others: what is chosen is a space anew. */
  private void choose(
      Spread spread, Value from, int axis, Value to, int[] axes, int[] targets, int[] indices) {
    int[] sizes = spread.sizes(axis, indices.length);
    int size = 1;
    for (int one : sizes) {
      size *= one;
    }
    int space = spread.places().get(0).digit().space();
    int chosen = spaces.add(size);
    List<Digit> digits = spread.renumbered(chosen, sizes);
    composites.state(chosen, space, at);
    int a = spaces.base(chosen);
    int b = spaces.base(space);
    for (int channel = 0; channel < size; channel++) {
      int source = 0;
      for (int k = 0; k < digits.size(); k++) {
        Spread.Place place = spread.places().get(k);
        int value = digits.get(k).of(channel);
        source += (place.axis() == axis ? indices[value] : value) * place.digit().stride();
      }
      spaces.sets().union(a + channel, b + source, at.time(), false);
    }
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0 && spread.on(i) > 0) {
        views.set(to, axes[i], spread.replaced(i, views.digits(from, i), digits));
      }
    }
    for (int k = 0; targets.length > 0 && k < digits.size(); k++) {
      if (spread.places().get(k).axis() == axis) {
        number(to, targets, digits.get(k));
      }
    }
  }
}

package io.schedulec.inspect.draw;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.List;

/** What stands on boxes, and what is shown of them when somebody asks. */
final class Texts {
  /** A concatenation may have hundreds of groups; some show what it is. */
  private static final int MOST_GROUPS = 8;

  private Texts() {}

  /** The name on a box. */
  static String name(Item item) {
    return OneLine.of(item.name());
  }

  /** The second line of a box, e.g. {@code 64 × 3 × 3×3}. */
  static String detail(Item item) {
    return item.kind() == Item.Kind.LAYER ? item.detail() : spaced(item.detail());
  }

  /** Weights: filters, channels and the window, e.g. {@code 64 × 3 × 3×3}. */
  static String shapes(List<Parameter> weights) {
    return String.join(", ", weights.stream().map(weight -> shape(weight.shape())).toList());
  }

  private static String shape(Shape shape) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < shape.rank(); i++) {
      String between = i == 0 ? "" : i <= 2 ? " × " : "×";
      text.append(between).append(shape.known(i) ? Long.toString(shape.dim(i)) : "?");
    }
    return text.toString();
  }

  private static String spaced(String shape) {
    return shape.replace("x", "×");
  }

  /** All about a box, one line each. */
  static String tooltip(Item item, GroupTexts groups) {
    List<String> lines = new ArrayList<>();
    lines.add(item.operator().isEmpty() ? item.name() : item.operator() + " " + item.node());
    item.weights().forEach(weight -> lines.add(weight.name() + "  " + shape(weight.shape())));
    if (!item.shape().isEmpty()) {
      lines.add("gives " + spaced(item.shape()));
    }
    int shown = Math.min(item.groups().size(), MOST_GROUPS);
    item.groups().subList(0, shown).forEach(id -> lines.add(groups.of(id)));
    if (shown < item.groups().size()) {
      lines.add("and " + (item.groups().size() - shown) + " more groups");
    }
    return lines(lines);
  }

  /** Texts one below the other, none of which breaks its line. */
  static String lines(List<String> lines) {
    return String.join("\n", lines.stream().map(OneLine::of).toList());
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

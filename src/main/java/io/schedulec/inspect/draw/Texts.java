package io.schedulec.inspect.draw;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.source.OneLine;
import java.util.ArrayList;
import java.util.List;

/** What stands on boxes, and what is shown of them when somebody asks. */
final class Texts {
  /** A group of a large model has hundreds of members; some show what it is. */
  private static final int MOST_MEMBERS = 40;

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
  static String tooltip(Item item, ChannelSpaces spaces) {
    List<String> lines = new ArrayList<>();
    lines.add(item.operator().isEmpty() ? item.name() : item.operator() + " " + item.node());
    item.weights().forEach(weight -> lines.add(weight.name() + "  " + shape(weight.shape())));
    if (!item.shape().isEmpty()) {
      lines.add("gives " + spaced(item.shape()));
    }
    int shown = Math.min(item.groups().size(), 8);
    item.groups().subList(0, shown).forEach(id -> lines.add(group(spaces.groups().get(id))));
    if (shown < item.groups().size()) {
      lines.add("and " + (item.groups().size() - shown) + " more groups");
    }
    return lines(lines);
  }

  /** A group in a few words. */
  static String group(CoupledGroup group) {
    int writers = group.writers().size();
    int readers = group.readers().size();
    return "group "
        + group.id()
        + ": "
        + count(group.size(), "channel")
        + ", "
        + count(writers, "writer")
        + ", "
        + count(readers, "reader")
        + (group.prunable() ? "" : ", fixed: " + group.frozen().get(0).reason());
  }

  /** A group and its members, one line each. */
  static String members(CoupledGroup group) {
    List<String> lines = new ArrayList<>(List.of(group(group)));
    int shown = Math.min(group.members().size(), MOST_MEMBERS);
    for (Member member : group.members().subList(0, shown)) {
      lines.add(
          member.parameter().name() + " axis " + member.axis() + " " + member.role().word());
    }
    if (shown < group.members().size()) {
      lines.add("and " + (group.members().size() - shown) + " more");
    }
    return lines(lines);
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines.stream().map(OneLine::of).toList());
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

package io.schedulec.inspect.draw;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A colour for each group of a picture; grey for those that cannot be pruned.
 *
 * <p>Every colour has a contrast of three or more to white and to black. The first ones differ in
 * hue and lightness, so that most colour-blind people can tell them apart too, and go to the groups
 * with several writers; a group's number is written wherever its colour is explained.
 */
final class Palette {
  static final String GREY = "#808080";

  /** More colours than that are no help on a line. */
  static final int MOST_ON_A_LINE = 6;

  private final Map<Integer, String> colors = new HashMap<>();

  Palette(Outline outline, ChannelSpaces spaces) {
    List<Integer> alone = new ArrayList<>();
    for (int id : shown(outline)) {
      CoupledGroup group = spaces.groups().get(id);
      if (group.prunable() && group.writers().size() > 1) {
        colors.put(id, color(colors.size()));
      } else if (group.prunable()) {
        alone.add(id);
      }
    }
    alone.forEach(id -> colors.put(id, color(colors.size())));
  }

  /** The groups that are to be seen, in the order of the picture. */
  static Set<Integer> shown(Outline outline) {
    Set<Integer> shown = new LinkedHashSet<>();
    for (int i = 0; i < outline.drawn().size(); i++) {
      if (outline.drawn().get(i)) {
        shown.addAll(outline.sketch().items().get(i).groups());
      }
    }
    for (Wire wire : outline.wires()) {
      if (wire.groups().size() <= MOST_ON_A_LINE) {
        shown.addAll(wire.groups());
      }
    }
    return shown;
  }

  /** The colour of a group. */
  String of(int group) {
    return colors.getOrDefault(group, GREY);
  }

  /** The colours of groups, each once. */
  List<String> of(List<Integer> groups) {
    Set<String> some = new LinkedHashSet<>();
    groups.forEach(group -> some.add(of(group)));
    return List.copyOf(some);
  }

  /** The colours in the order in which they are given away, without end. */
  static String color(int number) {
    return number < Colors.APART.size()
        ? Colors.APART.get(number)
        : Colors.more(number - Colors.APART.size());
  }

  /** A light shade of a colour, for black text to stand on. */
  static String tint(String color) {
    StringBuilder tint = new StringBuilder("#");
    for (int i = 1; i < color.length(); i += 2) {
      int part = Integer.parseInt(color.substring(i, i + 2), 16);
      tint.append(String.format(Locale.ROOT, "%02x", 255 - (255 - part) / 5));
    }
    return tint.toString();
  }
}

package io.schedulec.inspect.draw;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import java.util.ArrayList;
import java.util.Comparator;
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
 * with most writers; a group's number is written wherever its colour is explained.
 */
final class Palette {
  static final String GREY = "#808080";

  private static final List<String> FIRST =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc66a0", "#6b57d2", "#a87800", "#c0392b", "#2f9fc4",
          "#5f8a1f", "#9c3d8f");
  private static final double GOLDEN = 137.508;

  private final Map<Integer, String> colors = new HashMap<>();

  Palette(Outline outline, ChannelSpaces spaces) {
    List<CoupledGroup> groups = new ArrayList<>();
    for (int id : shown(outline)) {
      CoupledGroup group = spaces.groups().get(id);
      if (group.prunable()) {
        groups.add(group);
      }
    }
    groups.sort(Comparator.comparing(group -> -Math.min(2, group.writers().size())));
    for (CoupledGroup group : groups) {
      colors.put(group.id(), color(colors.size()));
    }
  }

  /** The groups that are to be seen, in the order of the picture. */
  static Set<Integer> shown(Outline outline) {
    Set<Integer> shown = new LinkedHashSet<>();
    for (int i = 0; i < outline.drawn().size(); i++) {
      if (outline.drawn().get(i)) {
        shown.addAll(outline.sketch().items().get(i).groups());
      }
    }
    outline.wires().forEach(wire -> shown.addAll(wire.groups()));
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
    if (number < FIRST.size()) {
      return FIRST.get(number);
    }
    double hue = GOLDEN * (number - FIRST.size()) % 360;
    double saturation = number % 3 == 0 ? 0.45 : 0.8;
    double goal = number % 2 == 0 ? 0.14 : 0.26;
    double low = 0;
    double high = 1;
    for (int step = 0; step < 30; step++) {
      double middle = (low + high) / 2;
      if (luminance(rgb(hue, saturation, middle)) < goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int[] rgb = rgb(hue, saturation, high);
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
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

  /** How light a colour is to the eye, from 0 to 1. */
  static double luminance(int... rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = rgb[i] / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static int[] rgb(double hue, double saturation, double lightness) {
    double reach = saturation * Math.min(lightness, 1 - lightness);
    int[] rgb = new int[3];
    int[] turns = {0, 8, 4};
    for (int i = 0; i < 3; i++) {
      double k = (turns[i] + hue / 30) % 12;
      double part = lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
      rgb[i] = (int) Math.round(255 * part);
    }
    return rgb;
  }
}

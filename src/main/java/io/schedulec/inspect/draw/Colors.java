package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Colours that can be seen on white and on black, the first ones as different as can be. */
final class Colors {
  /** So many are chosen one by one, each as far as possible from those before it. */
  private static final int CHOSEN = 40;

  private static final double GOLDEN = 137.508;

  /**
   * Of about equal distance to white and to black, most known from charts for colour-blind eyes.
   */
  private static final List<String> FIRST =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc66a0", "#6b57d2", "#a87800");

  /** The colours that are as different as can be. */
  static final List<String> APART = apart();

  private Colors() {}

  /** A colour beyond those; they are many, and not all look different. */
  static String more(int number) {
    double goal = 0.11 + 0.018 * (number * 7 % 10);
    return hex(of(GOLDEN * number % 360, number % 2 == 0 ? 0.5 : 0.85, goal));
  }

  private static List<String> apart() {
    List<int[]> candidates = new ArrayList<>();
    for (int hue = 0; hue < 360; hue += 12) {
      for (double goal : new double[] {0.12, 0.19, 0.28}) {
        candidates.add(of(hue, 0.85, goal));
        candidates.add(of(hue, 0.4, goal));
      }
    }
    List<String> apart = new ArrayList<>(FIRST);
    double[] nearest = new double[candidates.size()];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Double.POSITIVE_INFINITY;
      for (String color : FIRST) {
        nearest[i] = Math.min(nearest[i], distance(candidates.get(i), rgb(color)));
      }
    }
    while (apart.size() < CHOSEN) {
      int best = 0;
      for (int i = 0; i < nearest.length; i++) {
        best = nearest[i] > nearest[best] ? i : best;
      }
      int[] chosen = candidates.get(best);
      apart.add(hex(chosen));
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.min(nearest[i], distance(candidates.get(i), chosen));
      }
    }
    return List.copyOf(apart);
  }

  /** The colour of a hue and a saturation that is so light to the eye. */
  private static int[] of(double hue, double saturation, double luminance) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < 30; step++) {
      double middle = (low + high) / 2;
      if (luminance(rgb(hue, saturation, middle)) < luminance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return rgb(hue, saturation, high);
  }

  /** How light a colour is to the eye, from 0 to 1. */
  static double luminance(int... rgb) {
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** How different two colours look, roughly: red and blue count by how light the other one is. */
  private static double distance(int[] a, int... b) {
    double red = (a[0] + b[0]) / 2.0 / 256;
    double r = a[0] - b[0];
    double g = a[1] - b[1];
    double bl = a[2] - b[2];
    return (2 + red) * r * r + 4 * g * g + (3 - red) * bl * bl;
  }

  /** The parts of a colour such as {@code #0072b2}. */
  static int[] rgb(String hex) {
    int number = Integer.parseInt(hex.substring(1), 16);
    return new int[] {number >> 16, (number >> 8) & 0xff, number & 0xff};
  }

  private static String hex(int... rgb) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
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

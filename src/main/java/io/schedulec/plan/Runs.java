package io.schedulec.plan;

import java.util.ArrayList;
import java.util.List;

/** Lists of numbers in which three or more at equal distances are written as a range. */
final class Runs {
  private static final int SHORTEST = 3;

  private Runs() {}

  /** Epochs, e.g. {@code 0..28 step 2} or {@code 3, 5, 10..14}. */
  static List<String> epochs(List<Integer> numbers) {
    return items(numbers, Integer.MAX_VALUE);
  }

  /** Indices, of which only neighbours are written as a range, e.g. {@code 0, 3, 6..9}. */
  static List<String> indices(List<Integer> numbers) {
    return items(numbers, 1);
  }

  private static List<String> items(List<Integer> numbers, int widest) {
    List<String> items = new ArrayList<>();
    int at = 0;
    while (at < numbers.size()) {
      int length = length(numbers, at, widest);
      items.add(item(numbers, at, length));
      at += length;
    }
    return items;
  }

  /** How many numbers from a place on are one range; 1 where they are too few for one. */
  private static int length(List<Integer> numbers, int from, int widest) {
    int end = from + 1;
    if (end < numbers.size()) {
      long step = step(numbers, end);
      while (end < numbers.size() && step(numbers, end) == step && step > 0 && step <= widest) {
        end++;
      }
    }
    return end - from < SHORTEST ? 1 : end - from;
  }

  private static long step(List<Integer> numbers, int at) {
    return (long) numbers.get(at) - numbers.get(at - 1);
  }

  private static String item(List<Integer> numbers, int at, int length) {
    int first = numbers.get(at);
    if (length == 1) {
      return Integer.toString(first);
    }
    int step = numbers.get(at + 1) - first;
    String range = first + ".." + numbers.get(at + length - 1);
    return step == 1 ? range : range + " step " + step;
  }
}

package io.schedulec.surgery;

import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.NewNode;

/** Products whose axes are named: Einstein's notation, and attention as one operator. */
final class Contracting {
  private static final int ELLIPSIS = 1000;
  private static final int BATCH = 0;
  private static final int HEAD = 1;
  private static final int QUERY = 2;
  private static final int KEY = 3;
  private static final int INNER = 4;
  private static final int OUTER = 5;

  private Contracting() {}

  /** Axes with the same letter are one. */
  static void einsum(CutNode at) {
    String equation = at.node().attributes().text("equation", "").replace(" ", "");
    int arrow = equation.indexOf("->");
    String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
    if (terms.length != at.node().inputs().size()) {
      throw at.refuse("its equation does not fit its inputs");
    }
    Labels labels = new Labels(at);
    for (int i = 0; i < terms.length; i++) {
      labels.operand(i, letters(at, terms[i], at.shape(at.in(i)).rank()));
    }
    String result = arrow < 0 ? implied(terms) : equation.substring(arrow + 2);
    labels.result(at.out(), letters(at, result, at.shape(at.out()).rank()));
  }

  private static int[] letters(CutNode at, String term, int rank) {
    int dots = term.indexOf("...");
    int more = rank - (dots < 0 ? term.length() : term.length() - 3);
    if (more < 0 || (dots < 0 && more > 0)) {
      throw at.refuse("its equation does not fit the axes of its inputs");
    }
    int[] labels = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      if (dots < 0 || axis < dots) {
        labels[axis] = term.charAt(axis);
      } else if (axis < dots + more) {
        // Axes without letters are aligned at the last.
        labels[axis] = ELLIPSIS + dots + more - axis;
      } else {
        labels[axis] = term.charAt(axis - more + 3);
      }
    }
    return labels;
  }

  /** The letters that occur once, in order, after the axes without letters. */
  private static String implied(String... terms) {
    String all = String.join("", terms);
    StringBuilder result = new StringBuilder(all.contains("...") ? "..." : "");
    all.chars()
        .filter(letter -> letter != '.' && all.indexOf(letter) == all.lastIndexOf(letter))
        .sorted()
        .forEach(letter -> result.append((char) letter));
    return result.toString();
  }

  /** Queries meet keys head by head, and take of the values. */
  static void attention(CutNode at) {
    if (at.shape(at.in(0)).rank() != 4 || at.node().inputs().size() > 4) {
      throw at.refuse("its heads are not an axis of their own, or it has keys of the past");
    }
    long heads = at.shape(at.in(0)).dim(1);
    Labels labels = new Labels(at).operand(0, BATCH, HEAD, QUERY, INNER);
    labels.operand(1, BATCH, shared(at, 1, heads), KEY, INNER);
    labels.operand(2, BATCH, shared(at, 2, heads), KEY, OUTER);
    labels.demandWhole(KEY, at.in(1), 2);
    if (at.node().input(3).isPresent()) {
      labels.operand(3, Labels.aligned(at, at.in(3), at.in(0)));
    }
    scale(at, labels);
    labels.result(at.out(), BATCH, HEAD, QUERY, OUTER);
    for (int i = 1; i < at.node().outputs().size(); i++) {
      if (at.node().output(i).isPresent()) {
        throw at.refuse("it gives back more than its result");
      }
    }
  }

  /**
   * The label of the heads of keys and values, of which each may serve several of the queries; what
   * goes in each block is the same in the same part of all blocks then.
   */
  private static int shared(CutNode at, int place, long heads) {
    Value value = at.in(place);
    if (at.shape(value).dim(1) != heads) {
      at.demandWhole(value, 1);
    }
    return HEAD;
  }

  /** Scores are divided by a number that comes from the width of a head unless it is said. */
  private static void scale(CutNode at, Labels labels) {
    if (labels.whole(INNER) || at.node().attributes().has("scale")) {
      return;
    }
    double width = at.shape(at.in(0)).dim(3);
    if (width <= 0) {
      throw at.refuse("the width of its heads is unknown");
    }
    at.attribute("scale", new NewNode.Real((float) (1 / Math.sqrt(width))));
  }
}

package io.schedulec.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of products by an equation such as {@code bij,bjk->bik}, with or without an ellipsis. */
final class EinsumShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Einsum");
  }

  @Override
  public void infer(NodeShapes at) {
    String equation = at.attributes().text("equation", "").replace(" ", "");
    int arrow = equation.indexOf("->");
    List<String> terms = split(arrow < 0 ? equation : equation.substring(0, arrow));
    if (terms.size() != at.inputCount()) {
      return;
    }
    Labels labels = new Labels(at.sizes());
    for (int i = 0; i < terms.size(); i++) {
      if (!labels.add(terms.get(i), at.shape(i))) {
        return;
      }
    }
    String result = arrow < 0 ? implicit(terms) : equation.substring(arrow + 2);
    long[] out = labels.shape(result);
    if (out != null) {
      at.shape(0, out);
    }
  }

  private static List<String> split(String operands) {
    List<String> terms = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= operands.length(); i++) {
      if (i == operands.length() || operands.charAt(i) == ',') {
        terms.add(operands.substring(start, i));
        start = i + 1;
      }
    }
    return terms;
  }

  /** The ellipsis, then the letters that occur once, in alphabetical order. */
  private static String implicit(List<String> terms) {
    int[] uses = new int[128];
    boolean ellipsis = false;
    for (String term : terms) {
      ellipsis |= term.contains("...");
      for (int i = 0; i < term.length(); i++) {
        uses[term.charAt(i) & 127]++;
      }
    }
    StringBuilder result = new StringBuilder(ellipsis ? "..." : "");
    for (char letter = 'A'; letter <= 'z'; letter++) {
      if (uses[letter] == 1) {
        result.append(letter);
      }
    }
    return result.toString();
  }

  /** What sizes the letters of an equation stand for. */
  private static final class Labels {
    private final Sizes sizes;
    private final long[] ofLetter = new long[128];
    private final boolean[] seen = new boolean[128];
    private long[] ofEllipsis = new long[0];
    private boolean ellipsisUnknown;

    Labels(Sizes sizes) {
      this.sizes = sizes;
      Arrays.fill(ofLetter, Dimension.UNKNOWN);
    }

    /** Matches a term with a shape; false where they cannot belong together. */
    boolean add(String term, long @Nullable [] shape) {
      int dots = term.indexOf("...");
      String before = dots < 0 ? term : term.substring(0, dots);
      String after = dots < 0 ? "" : term.substring(dots + 3);
      int letters = before.length() + after.length();
      ellipsisUnknown |= dots >= 0 && shape == null;
      if (shape != null && (dots < 0 ? shape.length != letters : shape.length < letters)) {
        return false;
      }
      boolean plain = letters(before, shape, 0);
      plain &= letters(after, shape, shape == null ? 0 : shape.length - after.length());
      if (dots >= 0 && shape != null) {
        long[] own = Arrays.copyOfRange(shape, dots, shape.length - after.length());
        ofEllipsis = BroadcastShape.broadcast(sizes, ofEllipsis, own);
      }
      return plain;
    }

    private boolean letters(String text, long @Nullable [] shape, int from) {
      for (int i = 0; i < text.length(); i++) {
        char letter = text.charAt(i);
        if (!Character.isLetter(letter) || letter > 'z') {
          return false;
        }
        long size = shape == null ? Dimension.UNKNOWN : shape[from + i];
        ofLetter[letter] = seen[letter] ? sizes.broadcast(ofLetter[letter], size) : size;
        seen[letter] = true;
      }
      return true;
    }

    /** The shape of the result; null where its rank is unknown or it names what is not there. */
    long @Nullable [] shape(String result) {
      int dots = result.indexOf("...");
      if (dots >= 0 && ellipsisUnknown) {
        return null;
      }
      String letters = dots < 0 ? result : result.substring(0, dots) + result.substring(dots + 3);
      int many = dots < 0 ? 0 : ofEllipsis.length;
      long[] out = new long[letters.length() + many];
      for (int i = 0; i < letters.length(); i++) {
        char letter = letters.charAt(i);
        if (letter > 'z' || !seen[letter]) {
          return null;
        }
        out[dots >= 0 && i >= dots ? i + many : i] = ofLetter[letter];
      }
      System.arraycopy(ofEllipsis, 0, out, Math.max(0, dots), many);
      return out;
    }
  }
}

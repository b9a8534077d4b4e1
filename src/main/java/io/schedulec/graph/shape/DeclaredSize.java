package io.schedulec.graph.shape;

/**
 * A size as a model file declares it: a name, or an expression such as {@code ((height - 1)//32) +
 * 1}. What cannot be read as an expression is one name as a whole.
 */
final class DeclaredSize {
  private static final int DEEPEST = 30;

  private final String text;
  private final Sizes sizes;
  private int at;
  private int depth;
  private boolean readable = true;

  private DeclaredSize(String text, Sizes sizes) {
    this.text = text;
    this.sizes = sizes;
  }

  /** The size; unknown where the text names nothing. */
  static long of(String text, Sizes sizes) {
    String trimmed = text.strip();
    if (namesNothing(trimmed)) {
      return Dimension.UNKNOWN;
    }
    DeclaredSize expression = new DeclaredSize(trimmed, sizes);
    long size = expression.sum();
    expression.skipSpaces();
    boolean whole = expression.readable && expression.at == trimmed.length();
    return whole && size != Dimension.UNKNOWN ? size : sizes.named(trimmed);
  }

  /** Some exporters write the same word for every size that they do not know. */
  private static boolean namesNothing(String text) {
    return switch (text) {
      case "",
          "?",
          "-1",
          "0",
          "*",
          "None",
          "none",
          "null",
          "unk",
          "unknown",
          "Unknown",
          "dynamic" ->
          true;
      default -> false;
    };
  }

  private long sum() {
    long sum = product();
    while (readable) {
      if (take("+")) {
        sum = sizes.plus(sum, product());
      } else if (take("-")) {
        sum = sizes.minus(sum, product());
      } else {
        return sum;
      }
    }
    return sum;
  }

  private long product() {
    long product = factor();
    while (readable) {
      if (text.startsWith("**", at)) {
        readable = false;
      } else if (take("*")) {
        product = sizes.times(product, factor());
      } else if (take("//")) {
        product = sizes.over(product, factor());
      } else if (take("%")) {
        product = sizes.remainder(product, factor());
      } else {
        return product;
      }
    }
    return product;
  }

  private long factor() {
    skipSpaces();
    if (++depth > DEEPEST || at == text.length()) {
      return unreadable();
    }
    long factor;
    if (take("(")) {
      factor = sum();
      readable &= take(")");
    } else if (take("-")) {
      factor = sizes.minus(0, factor());
    } else if (digit(text.charAt(at))) {
      factor = number();
    } else {
      factor = named();
    }
    depth--;
    return factor;
  }

  private long number() {
    long number = 0;
    int start = at;
    while (at < text.length() && digit(text.charAt(at))) {
      number = 10 * number + text.charAt(at++) - '0';
    }
    return at - start > 15 ? unreadable() : number;
  }

  private long named() {
    int start = at;
    while (at < text.length() && (letter(text.charAt(at)) || digit(text.charAt(at)))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      return unreadable();
    }
    return at < text.length() && text.charAt(at) == '(' ? call(name) : sizes.named(name);
  }

  private long call(String name) {
    take("(");
    long left = sum();
    boolean two = take(",");
    long right = two ? sum() : Dimension.UNKNOWN;
    if (!take(")") || !two) {
      return unreadable();
    }
    return switch (name) {
      case "Max", "max" -> sizes.larger(left, right);
      case "Min", "min" -> sizes.smaller(left, right);
      case "Mod", "PythonMod" -> sizes.remainder(left, right);
      case "FloorDiv" -> sizes.over(left, right);
      default -> unreadable();
    };
  }

  private long unreadable() {
    readable = false;
    return Dimension.UNKNOWN;
  }

  private boolean take(String token) {
    skipSpaces();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return c == '_' || c == '.' || Character.isLetter(c);
  }
}

package io.schedulec.yaml;

import static io.schedulec.yaml.ScalarType.isDigit;

import java.math.BigInteger;
import java.util.Optional;

/** The number forms of YAML 1.1: underscores, binary, octal, hexadecimal, base 60, decimal. */
final class Numbers {
  private Numbers() {}

  /** The type of a plain scalar that starts with a digit, a sign or a dot. */
  static ScalarType type(String text) {
    if (isInt(text)) {
      return ScalarType.INT;
    }
    if (isFloat(text)) {
      return ScalarType.FLOAT;
    }
    return isDate(text) ? ScalarType.TIMESTAMP : ScalarType.STRING;
  }

  /** The value of a number; empty if the text is none after all. */
  static Optional<Double> parse(String text) {
    try {
      return Optional.of(value(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static double value(String text) {
    String digits = text.indexOf('_') >= 0 ? text.replace("_", "") : text;
    boolean negative = digits.startsWith("-");
    String body = negative || digits.startsWith("+") ? digits.substring(1) : digits;
    double size = size(body);
    return negative ? -size : size;
  }

  private static double size(String body) {
    if (body.indexOf(':') >= 0) {
      return base60(body);
    }
    if (body.startsWith("0b")) {
      return new BigInteger(body.substring(2), 2).doubleValue();
    }
    if (body.startsWith("0x")) {
      return new BigInteger(body.substring(2), 16).doubleValue();
    }
    if (body.length() > 1 && body.charAt(0) == '0' && allIn(body, 1, '7', false)) {
      return new BigInteger(body, 8).doubleValue();
    }
    if (body.equalsIgnoreCase(".inf")) {
      return Double.POSITIVE_INFINITY;
    }
    return body.equalsIgnoreCase(".nan") ? Double.NaN : Double.parseDouble(body);
  }

  private static double base60(String body) {
    double sum = 0;
    int start = 0;
    while (start <= body.length()) {
      int colon = body.indexOf(':', start);
      int end = colon < 0 ? body.length() : colon;
      sum = sum * 60 + Double.parseDouble(body.substring(start, end));
      start = end + 1;
    }
    return sum;
  }

  private static boolean isInt(String text) {
    int at = afterSign(text);
    int length = text.length() - at;
    if (length == 0) {
      return false;
    }
    if (text.charAt(at) != '0') {
      return isDigit(text.charAt(at)) && isDecimalInt(text, at);
    }
    if (length == 1) {
      return true;
    }
    char base = text.charAt(at + 1);
    if (base == 'b' || base == 'x') {
      return length > 2 && allIn(text, at + 2, base == 'b' ? '1' : '9', base == 'x');
    }
    return allIn(text, at + 1, '7', false);
  }

  private static boolean isDecimalInt(String text, int at) {
    int end = digits(text, at, true);
    return end == text.length() || base60Tail(text, end) == text.length();
  }

  private static boolean isFloat(String text) {
    int at = afterSign(text);
    if (isNamedFloat(text, at)) {
      return true;
    }
    int dot = at < text.length() && isDigit(text.charAt(at)) ? digits(text, at, true) : at;
    if (dot > at && dot < text.length() && text.charAt(dot) == ':') {
      int tail = base60Tail(text, dot);
      return isDot(text, tail) && digits(text, tail + 1, true) == text.length();
    }
    if (!isDot(text, dot) || (dot == at && !startsWithFraction(text))) {
      return false;
    }
    return exponent(text, digits(text, dot + 1, true)) == text.length();
  }

  /** A float that starts with its dot has no sign and needs a digit next. */
  private static boolean startsWithFraction(String text) {
    return text.length() > 1 && text.charAt(0) == '.' && isDigit(text.charAt(1));
  }

  private static boolean isNamedFloat(String text, int at) {
    return switch (text.substring(at)) {
      case ".inf", ".Inf", ".INF" -> true;
      case ".nan", ".NaN", ".NAN" -> at == 0;
      default -> false;
    };
  }

  private static int exponent(String text, int at) {
    if (at + 2 >= text.length() || (text.charAt(at) != 'e' && text.charAt(at) != 'E')) {
      return at;
    }
    char sign = text.charAt(at + 1);
    return sign == '-' || sign == '+' ? digits(text, at + 2, false) : at;
  }

  private static int base60Tail(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ':') {
      int end = digits(text, at + 1, false);
      boolean sexagesimal = end - at == 2 || (end - at == 3 && text.charAt(at + 1) <= '5');
      if (!sexagesimal) {
        return at;
      }
      at = end;
    }
    return at;
  }

  private static boolean isDate(String text) {
    int year = digits(text, 0, false);
    int month = year == 4 && isDash(text, year) ? digits(text, 5, false) : 0;
    return month > 5 && isDash(text, month) && digits(text, month + 1, false) > month + 1;
  }

  private static boolean isDash(String text, int at) {
    return at < text.length() && text.charAt(at) == '-';
  }

  private static boolean isDot(String text, int at) {
    return at < text.length() && text.charAt(at) == '.';
  }

  private static int afterSign(String text) {
    return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  }

  private static int digits(String text, int from, boolean underscores) {
    int at = from;
    while (at < text.length()
        && (isDigit(text.charAt(at)) || (underscores && text.charAt(at) == '_'))) {
      at++;
    }
    return at;
  }

  private static boolean allIn(String text, int from, char highest, boolean letters) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = '0' <= c && c <= highest;
      boolean letter = letters && Character.digit(c, 16) >= 10 && c < 128;
      if (!digit && !letter && c != '_') {
        return false;
      }
    }
    return true;
  }
}

package io.schedulec.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles with as few digits as read back to the same double. {@link Double#toString(double)} gives
 * other digits since JDK 19, and a plan has to be the same bytes under each.
 */
final class Numerals {
  /** Seventeen digits tell every double from its neighbours. */
  private static final int MOST_DIGITS = 17;

  private static final int LARGEST_PLAIN = 15;
  private static final int SMALLEST_PLAIN = -6;

  private Numerals() {}

  /** A double; {@code inf}, {@code -inf} and {@code nan} where it is no number. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    double size = Math.abs(value);
    if (Double.isInfinite(size)) {
      return sign + "inf";
    }
    return sign + (size == 0 ? "0" : digits(size));
  }

  private static String digits(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int count = 1; count < MOST_DIGITS; count++) {
      BigDecimal rounded = round(exact, count);
      if (Double.parseDouble(rounded.toString()) == value) {
        return layout(rounded);
      }
    }
    return layout(round(exact, MOST_DIGITS));
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String layout(BigDecimal number) {
    String digits = number.unscaledValue().toString();
    int exponent = digits.length() - number.scale() - 1;
    if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
      return number.toPlainString();
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e" + exponent;
  }
}

package io.schedulec.schedule;

import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.Optional;

/** Why a text that looks like a number is none, and how to write it. */
final class NumberAdvice {
  private NumberAdvice() {}

  /** A number to write, and why the text is none. */
  record Rewrite(String number, String label, String cause, boolean certain) {}

  /** The number that a text means, if it can be told. */
  static Optional<Rewrite> of(YamlValue.Scalar scalar) {
    String text = scalar.text().strip();
    if (scalar.type() != ScalarType.STRING || text.isEmpty()) {
      return Optional.empty();
    }
    if (text.endsWith("%")) {
      return percent(text.substring(0, text.length() - 1).strip());
    }
    if (scalar.style() != YamlValue.Style.PLAIN && isNumber(ScalarType.of(text))) {
      return Optional.of(new Rewrite(text, "the quotes make it a text", "", true));
    }
    return parse(text).isPresent() ? decimal(text) : comma(text);
  }

  private static boolean isNumber(ScalarType type) {
    return type == ScalarType.INT || type == ScalarType.FLOAT;
  }

  private static Optional<Rewrite> percent(String text) {
    return parse(text)
        .map(
            value ->
                new Rewrite(
                    share(value), "a percentage is a text; shares run from 0 to 1", "", true));
  }

  /** A number over a hundred, without the noise of binary fractions. */
  static String share(double percent) {
    return java.math.BigDecimal.valueOf(percent)
        .movePointLeft(2)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static Optional<Rewrite> decimal(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    String exponent = e < 0 ? "" : text.substring(e + 1);
    String sign = exponent.isEmpty() || "+-".indexOf(exponent.charAt(0)) >= 0 ? "" : "+";
    String number = withDot(mantissa) + (e < 0 ? "" : "e" + sign + exponent);
    if (ScalarType.of(number) != ScalarType.FLOAT) {
      return Optional.empty();
    }
    return Optional.of(
        new Rewrite(
            number,
            "a text for YAML 1.1, which asks for a dot and a signed exponent",
            "YAML 1.1 takes it for a text",
            true));
  }

  private static String withDot(String mantissa) {
    String body = mantissa.startsWith("+") ? mantissa.substring(1) : mantissa;
    if (body.startsWith("-.")) {
      return "-0" + body.substring(1);
    }
    return body.indexOf('.') >= 0 ? body : body + ".0";
  }

  private static Optional<Rewrite> comma(String text) {
    String dotted = text.replace(',', '.');
    return text.indexOf(',') >= 0 && parse(dotted).isPresent()
        ? Optional.of(new Rewrite(dotted, "a comma makes it a text; YAML writes a dot", "", false))
        : Optional.empty();
  }

  private static Optional<Double> parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

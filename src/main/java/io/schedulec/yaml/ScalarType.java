package io.schedulec.yaml;

/**
 * What YAML 1.1 takes a plain scalar for, by the rules of the trainer's loader.
 *
 * <p>Two rules surprise: a float needs a dot, and an exponent needs a sign, so {@code 1e-4} is
 * text.
 */
public enum ScalarType {
  NULL,
  BOOL,
  INT,
  FLOAT,
  TIMESTAMP,
  MERGE,
  STRING;

  /** The type of a plain scalar. */
  public static ScalarType of(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    char first = text.charAt(0);
    if (isDigit(first) || first == '-' || first == '+' || first == '.') {
      return Numbers.type(text);
    }
    return word(text);
  }

  private static ScalarType word(String text) {
    return switch (text) {
      case "~", "null", "Null", "NULL" -> NULL;
      case "<<" -> MERGE;
      default -> isTruth(text) ? BOOL : STRING;
    };
  }

  private static boolean isTruth(String text) {
    return switch (text) {
      case "yes", "Yes", "YES", "no", "No", "NO" -> true;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
      case "on", "On", "ON", "off", "Off", "OFF" -> true;
      default -> false;
    };
  }

  /** The meaning of a scalar of type {@link #BOOL}. */
  static boolean truth(String text) {
    char first = Character.toLowerCase(text.charAt(0));
    return first == 'y' || first == 't' || text.equalsIgnoreCase("on");
  }

  static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }
}

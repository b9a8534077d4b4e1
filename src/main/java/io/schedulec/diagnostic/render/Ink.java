package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Severity;

/** What a piece of text is, for those who see colours. */
enum Ink {
  PLAIN,
  STRONG,
  PRIMARY,
  SECONDARY,
  MARGIN,
  ADDED,
  REMOVED;

  /** The ANSI code that starts this ink; empty for plain text. */
  String code(Severity severity) {
    return switch (this) {
      case PLAIN -> "";
      case STRONG -> "\u001B[1m";
      case PRIMARY -> primary(severity);
      case SECONDARY, MARGIN -> "\u001B[34m";
      case ADDED -> "\u001B[32m";
      case REMOVED -> "\u001B[31m";
    };
  }

  private static String primary(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001B[1;31m";
      case WARNING -> "\u001B[1;33m";
      case INFO -> "\u001B[1;36m";
    };
  }
}

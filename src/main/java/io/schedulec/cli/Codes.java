package io.schedulec.cli;

import io.schedulec.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The codes of findings as words of the command line. */
final class Codes {
  private Codes() {}

  /** Every code. */
  static List<String> all() {
    List<String> codes = new ArrayList<>();
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      codes.add(kind.code());
    }
    return codes;
  }

  /** Says that a code does not exist, and which one was probably meant. */
  static String unknown(String before, String code) {
    return unknown(before, code, List.of());
  }

  /** The same where other words may be meant too. */
  static String unknown(String before, String code, Collection<String> others) {
    List<String> names = new ArrayList<>(others);
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      names.add(kind.code());
      names.add(kind.slug());
    }
    String hint =
        Nearest.to(code, names)
            .map(name -> ", did you mean " + name + "?")
            .orElse(", schedulec explain lists the codes");
    return before + "unknown code \"" + code + "\"" + hint;
  }
}

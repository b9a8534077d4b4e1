package io.schedulec.cli;

import io.schedulec.diagnostic.DiagnosticKind;
import java.util.ArrayList;
import java.util.List;

/** The codes of findings as words of the command line. */
final class Codes {
  private Codes() {}

  /** Says that a code does not exist, and which one was probably meant. */
  static String unknown(String before, String code) {
    List<String> names = new ArrayList<>();
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

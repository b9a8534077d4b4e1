package io.schedulec.corpus;

import java.util.ArrayList;
import java.util.List;

/** Comments that are meant for the runner of cases, and that it cannot read. */
final class Comments {
  private Comments() {}

  static List<Problem> problems(String text) {
    List<Problem> problems = new ArrayList<>();
    for (int line : Claim.malformed(text)) {
      problems.add(
          Problem.of(
              "line " + line + ": not a claim, which has the form",
              "#~ [plan|distiller] error|warning|info[CODE] COLUMN \"TEXT\""));
    }
    for (String word : CaseOptions.of(text).unknown()) {
      problems.add(
          Problem.of(
              "unknown option " + word + " after schedulec-test:, which takes",
              "epochs=N, target=plan|distiller, command=check|compile"));
    }
    return problems;
  }
}

package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.text.Sha256;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of findings that outlive other lines above them, other wording and other findings: they are
 * made of file, code and keys, and of a number where that is not enough.
 */
final class Fingerprints {
  private static final int LENGTH = 40;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The name of the next finding of a report. */
  String next(String path, Diagnostic diagnostic) {
    String place = path + '\n' + diagnostic.kind().code() + '\n' + diagnostic.yamlPath();
    int number = seen.merge(place, 1, Integer::sum);
    return Sha256.of(place + '\n' + number).substring(0, LENGTH);
  }
}

package io.schedulec.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects findings for a baseline, and writes it: sorted, a finding a line. */
public final class BaselineText {
  private final Path folder;
  private final Map<String, List<String>> entries = new TreeMap<>();

  /** A baseline that is to be written to a file. */
  public BaselineText(Path file) {
    this.folder = Baseline.folder(file);
  }

  /** Adds the findings of a schedule, as {@link Baseline#entries} has them. */
  public void add(Path schedule, List<String> findings) {
    if (!findings.isEmpty()) {
      List<String> listed = new ArrayList<>(findings);
      Collections.sort(listed);
      entries.put(Baseline.name(folder, schedule), listed);
    }
  }

  /** The text. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("# Findings that are known; schedulec check --write-baseline writes them anew.\n");
    out.append("version: 1\nfindings:").append(entries.isEmpty() ? " {}\n" : "\n");
    for (Map.Entry<String, List<String>> file : entries.entrySet()) {
      out.append("  ").append(quoted(file.getKey())).append(":\n");
      for (String entry : file.getValue()) {
        out.append("    - ").append(quoted(entry)).append('\n');
      }
    }
    return out.toString();
  }

  /** A text as YAML reads it again, in quotes where it must be. */
  private static String quoted(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean other = (c >= '0' && c <= '9') || "._-/ []'".indexOf(c) >= 0;
      if (!letter && (i == 0 || !other)) {
        return false;
      }
    }
    return !text.isEmpty() && !text.endsWith(" ");
  }
}

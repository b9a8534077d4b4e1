package io.schedulec.expand;

import io.schedulec.bind.Selection;
import io.schedulec.yaml.ScalarType;
import java.util.List;

/** How names are written: quoted like their neighbours, or where YAML needs it. */
final class Names {
  private static final char PLAIN = ' ';

  private final char quote;

  private Names(char quote) {
    this.quote = quote;
  }

  /** As the first name among some parts is; selectors are often quoted for their own sake. */
  static Names like(Lines lines, List<Selection.Part> parts) {
    for (Selection.Part part : parts) {
      if (!part.selector() && part.span().length() > 0) {
        char first = lines.text(part.span()).charAt(0);
        return new Names(first == '\'' || first == '"' ? first : PLAIN);
      }
    }
    return new Names(PLAIN);
  }

  /** A name as it is written. */
  String of(String name) {
    if (quote == '"' || hidden(name)) {
      return doubled(name);
    }
    return quote == '\'' || !safe(name) ? "'" + name.replace("'", "''") + "'" : name;
  }

  private static boolean safe(String name) {
    if (name.isEmpty() || ScalarType.of(name) != ScalarType.STRING) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = Character.isLetterOrDigit(c) || c == '_';
      if (!letter && (i == 0 || "./-".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hidden(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
        return true;
      }
    }
    return false;
  }

  private static String doubled(String name) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (hidden(name.substring(i, i + 1))) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}

package io.schedulec.schedule;

import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.List;

/** Names and lists of names as they stand in messages. */
final class Words {
  private Words() {}

  /** A name in code quotes, cut in the middle if it is long. */
  static String code(String name) {
    return code(name, 44);
  }

  /** A name in code quotes, cut in the middle beyond a length. */
  static String code(String name, int most) {
    String line = name.indexOf('\n') >= 0 ? name.replace('\n', ' ') : name;
    if (line.length() <= most) {
      return "`" + line + "`";
    }
    int head = most / 2;
    return "`" + line.substring(0, head) + "…" + line.substring(line.length() - head + 1) + "`";
  }

  /** Names in code quotes, the last one joined by a word. */
  static String list(List<String> names, String joint) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(names.size(), 12);
    for (int i = 0; i < shown; i++) {
      boolean last = i == names.size() - 1;
      text.append(i == 0 ? "" : last ? " " + joint + " " : ", ").append(code(names.get(i)));
    }
    return shown < names.size() ? text + " and " + (names.size() - shown) + " more" : text + "";
  }

  /** What kind of value this is, with its article. */
  static String kind(YamlValue value) {
    YamlValue target = value.resolved();
    if (target instanceof YamlValue.Mapping) {
      return "a map";
    }
    if (target instanceof YamlValue.Sequence sequence) {
      return sequence.items().isEmpty() ? "an empty list" : "a list";
    }
    return target instanceof YamlValue.Scalar scalar ? kind(scalar) : "nothing";
  }

  private static String kind(YamlValue.Scalar scalar) {
    ScalarType type = scalar.type();
    return switch (type) {
      case NULL -> "nothing";
      case BOOL -> "a truth value";
      case INT, FLOAT -> "a number";
      case TIMESTAMP -> "a date";
      case MERGE, STRING -> "a text";
    };
  }
}

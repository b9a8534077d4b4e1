package io.schedulec.ide;

import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What there is to say of the classes and keys of the language, as Markdown. */
final class ClassCards {
  private ClassCards() {}

  /** A class with its arguments, wherever it is used. */
  static String markdown(ClassSpec spec) {
    return head(spec) + "\n\n" + arguments(spec);
  }

  /** A class, and which of its arguments an instance leaves out. */
  static String markdown(ClassSpec spec, Set<String> given) {
    List<String> required = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    for (KeySpec key : spec.keys()) {
      if (!given.contains(key.name())) {
        String name = "`" + key.name() + "`";
        (key.required() ? required : optional).add(name);
      }
    }
    StringBuilder text = new StringBuilder(markdown(spec));
    if (!required.isEmpty()) {
      text.append("\n\nmissing here: ").append(String.join(", ", required));
    }
    if (!optional.isEmpty()) {
      text.append("\n\nleft out here: ").append(String.join(", ", optional));
    }
    return text.toString();
  }

  /** A key. */
  static String markdown(KeySpec key) {
    return line(key);
  }

  /** The type of a key and its default. */
  static String detail(KeySpec key) {
    String otherwise = key.defaultText().isEmpty() ? "" : ", default " + key.defaultText();
    return key.type().describe().replace("`", "") + (key.required() ? ", required" : otherwise);
  }

  private static String head(ClassSpec spec) {
    return "**`" + spec.name() + "`** in `" + spec.section().key() + "`\n\n" + spec.doc();
  }

  private static String arguments(ClassSpec spec) {
    List<String> lines = new ArrayList<>();
    for (KeySpec key : spec.keys()) {
      lines.add("- " + line(key));
    }
    return String.join("\n", lines);
  }

  private static String line(KeySpec key) {
    String otherwise = key.defaultText().isEmpty() ? "" : ", default `" + key.defaultText() + "`";
    return "`"
        + key.name()
        + "`: "
        + key.type().describe()
        + (key.required() ? ", required" : otherwise)
        + ". "
        + key.doc();
  }
}

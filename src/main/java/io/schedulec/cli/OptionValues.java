package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/**
 * What can be written after an option.
 *
 * @param kind what it is
 * @param words the words, where it is one of some
 */
record OptionValues(Kind kind, List<String> words) {

  OptionValues {
    words = List.copyOf(words);
  }

  /** What a value is. */
  enum Kind {
    /** The name of a file. */
    FILE,
    /** Codes of findings, with commas. */
    CODES,
    /** One of some words. */
    WORD,
    /** Something that nobody else can know. */
    OTHER,
    /** Nothing: the option has no value. */
    NONE
  }

  /** The values of an option, as its help describes them. */
  static OptionValues of(Option option) {
    String name = option.getArgName();
    if (!option.hasArg() || name == null) {
      return new OptionValues(Kind.NONE, List.of());
    }
    if (name.contains("|")) {
      return new OptionValues(Kind.WORD, choices(name));
    }
    if (name.startsWith("CODE")) {
      return new OptionValues(Kind.CODES, Codes.all());
    }
    boolean file = name.contains("FILE") || name.contains("DIR") || name.contains(".onnx");
    return new OptionValues(file ? Kind.FILE : Kind.OTHER, List.of());
  }

  /** The words of {@code text|json[=FILE]}; of {@code multiple:N} what is not for others to say. */
  private static List<String> choices(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.replaceAll("\\[.*?]", "").split("\\|", -1)) {
      words.add(word.replaceAll("[A-Z]+$", ""));
    }
    return words;
  }
}

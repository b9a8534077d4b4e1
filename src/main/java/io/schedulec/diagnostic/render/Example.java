package io.schedulec.diagnostic.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A schedule or a plan on a page, which the tests check as well.
 *
 * @param language {@code yaml} for a schedule, {@code plan} for a plan
 * @param label {@code bad} for one that gives the finding, {@code good} for one that does not
 * @param options words after the label, e.g. {@code model} and {@code target}
 * @param text the schedule or plan
 */
public record Example(String language, String label, Map<String, String> options, String text) {
  private static final List<String> LANGUAGES = List.of("yaml", "plan");

  /** Copies the options. */
  public Example {
    options = Map.copyOf(options);
  }

  /** The examples among the parts of a page. */
  static List<Example> of(List<Block> blocks) {
    List<Example> examples = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Code code && !label(code).isEmpty()) {
        examples.add(new Example(language(code), label(code), options(code), code.text()));
      }
    }
    return examples;
  }

  private static String language(Block.Code code) {
    return words(code).get(0);
  }

  /** The label of fenced text; empty when it is no example. */
  static String label(Block.Code code) {
    List<String> words = words(code);
    boolean labelled = words.size() > 1 && LANGUAGES.contains(words.get(0));
    String label = labelled ? words.get(1) : "";
    return label.equals("bad") || label.equals("good") ? label : "";
  }

  /** The options of an example; a word without {@code =} has an empty value. */
  static Map<String, String> options(Block.Code code) {
    Map<String, String> options = new LinkedHashMap<>();
    List<String> words = words(code);
    for (String word : words.subList(Math.min(2, words.size()), words.size())) {
      int equals = word.indexOf('=');
      String key = equals < 0 ? word : word.substring(0, equals);
      options.put(key, equals < 0 ? "" : word.substring(equals + 1));
    }
    return options;
  }

  private static List<String> words(Block.Code code) {
    return Wrapping.wrap(code.info(), 0).stream().filter(word -> !word.isEmpty()).toList();
  }
}

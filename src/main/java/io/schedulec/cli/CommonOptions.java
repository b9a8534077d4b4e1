package io.schedulec.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Options that several commands share, and how values are read. */
final class CommonOptions {
  private CommonOptions() {}

  /** Adds what every command understands. */
  static Options addTo(Options options) {
    options.addOption("h", "help", false, "show this help");
    return options.addOption(flag("debug", "show a stack trace with a bug"));
  }

  /** An option without a value. */
  static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  /** An option with a value; given twice, the last counts. */
  static Option value(String name, String argument, String description) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(description).get();
  }

  /** The last value of an option. */
  static Optional<String> last(CommandLine line, String name) {
    List<String> values = all(line, name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** Every value of an option, in order. */
  static List<String> all(CommandLine line, String name) {
    String[] values = line.getOptionValues(name);
    return values == null ? List.of() : List.of(values);
  }

  /** The constant that an option names, or the given one. */
  static <E extends Enum<E>> E choice(CommandLine line, String name, E otherwise)
      throws BadRequest {
    Optional<String> word = last(line, name);
    return word.isPresent()
        ? constant("--" + name, word.get(), otherwise.getDeclaringClass())
        : otherwise;
  }

  /** The constant with a name, in lower case. */
  static <E extends Enum<E>> E constant(String option, String word, Class<E> type)
      throws BadRequest {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(CommonOptions::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      throw notOneOf(option, word, words);
    }
    return type.getEnumConstants()[index];
  }

  /** The refusal of a word. */
  static BadRequest notOneOf(String option, String word, Collection<String> words) {
    return new BadRequest(option + " does not know \"" + word + "\"" + Nearest.hint(word, words));
  }

  /** The choices of an option as they stand in the help, e.g. {@code auto|always|never}. */
  static String choices(Class<? extends Enum<?>> type) {
    return String.join(
        "|", Arrays.stream(type.getEnumConstants()).map(CommonOptions::word).toList());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

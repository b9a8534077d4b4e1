package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** Completion in bash, from version 3.2 on. */
final class BashCompletion {
  private static final String HEAD =
      """
      # Completion of schedulec in bash, as written by: schedulec completion bash

      _schedulec() {
        local cur prev command='' kind='' words='' before='' word i
        COMPREPLY=()
        cur=${COMP_WORDS[COMP_CWORD]}
        prev=${COMP_WORDS[COMP_CWORD - 1]}
        # As a rule, an equals sign is a word of its own for bash.
        if [[ $cur == = ]]; then
          cur=''
        elif [[ $prev == = ]]; then
          prev=${COMP_WORDS[COMP_CWORD - 2]}
        elif [[ $cur == --*=* ]]; then
          before=${cur%%=*}=
          prev=${cur%%=*}
          cur=${cur#*=}
        elif [[ $prev != -* ]]; then
          prev=''
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          if [[ -z $command && ${COMP_WORDS[i]} != -* ]]; then
            command=${COMP_WORDS[i]}
          fi
        done

        case "$command $prev" in
      """;
  private static final String REST =
      """
          *) [[ -n $prev && $prev != -* ]] && kind=file ;;
        esac

        if [[ -z $kind && $cur == -* ]]; then
          kind=word
          case $command in
      (options)
          esac
        elif [[ -z $kind ]]; then
          kind=word
          case $command in
      (words)
            *) kind=file ;;
          esac
        fi

        case $kind in
          file)
            compopt -o filenames 2>/dev/null
            while IFS= read -r word; do
              COMPREPLY+=("$before$word")
            done < <(compgen -f -- "$cur")
            ;;
          codes)
            [[ $cur == *,* ]] && before=$before${cur%,*},
            for word in $(compgen -W "$words" -- "${cur##*,}"); do
              COMPREPLY+=("$before$word")
            done
            ;;
          word)
            for word in $(compgen -W "$words" -- "$cur"); do
              COMPREPLY+=("$before$word")
            done
            ;;
        esac
      }

      complete -F _schedulec schedulec
      """;

  private BashCompletion() {}

  static String script(List<Command> commands) {
    StringBuilder values = new StringBuilder();
    StringBuilder options = new StringBuilder();
    StringBuilder words = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (Command command : commands) {
      names.add(command.name());
      List<String> longs = new ArrayList<>();
      for (Option option : CommonOptions.addTo(command.options()).getOptions()) {
        longs.add("--" + option.getLongOpt());
        values.append(value(command, option));
      }
      options.append(line(command.name(), longs));
      if (!command.words().isEmpty()) {
        words.append(line(command.name(), command.words()));
      }
    }
    words.append(line("help", names));
    options.append(line("''", List.of("--help", "--version")));
    names.add("help");
    words.append(line("''", names));
    String rest = REST.replace("(options)\n", options.toString());
    return HEAD + values + rest.replace("(words)\n", words.toString());
  }

  /** The case of one option; none for one without a value. */
  private static String value(Command command, Option option) {
    OptionValues values = OptionValues.of(option);
    String given =
        switch (values.kind()) {
          case NONE -> "";
          case OTHER -> "kind=none";
          case FILE -> "kind=file";
          case CODES -> "kind=codes words='" + String.join(" ", values.words()) + "'";
          case WORD -> "kind=word words='" + String.join(" ", values.words()) + "'";
        };
    return given.isEmpty() ? "" : "    " + patterns(command, option) + ") " + given + " ;;\n";
  }

  private static String patterns(Command command, Option option) {
    String longer = "'" + command.name() + " --" + option.getLongOpt() + "'";
    return option.getOpt() == null
        ? longer
        : longer + " | '" + command.name() + " -" + option.getOpt() + "'";
  }

  private static String line(String pattern, List<String> words) {
    return "      " + pattern + ") words='" + String.join(" ", words) + "' ;;\n";
  }
}

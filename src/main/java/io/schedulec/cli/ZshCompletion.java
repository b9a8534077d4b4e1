package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/** Completion in zsh. */
final class ZshCompletion {
  private static final String SCRIPT =
      """
      #compdef schedulec
      # Completion of schedulec in zsh, as written by: schedulec completion zsh

      _schedulec() {
        local curcontext=$curcontext state line
        local -a commands
        commands=(
      (names)
        )
        _arguments -C \\
          '(-h --help)'{-h,--help}'[list the commands]' \\
          '(-V --version)'{-V,--version}'[say which version this is]' \\
          '1:command:->command' \\
          '*::argument:->argument'
        case $state in
          command) _describe command commands ;;
          argument)
            case $line[1] in
              help) _describe command commands ;;
      (branches)
            esac
            ;;
        esac
      }

      if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
        _schedulec "$@"
      else
        compdef _schedulec schedulec
      fi
      """;

  private ZshCompletion() {}

  static String script(List<Command> commands) {
    StringBuilder names = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    for (Command command : commands) {
      names.append("    '").append(command.name()).append(':').append(text(command.summary()));
      names.append("'\n");
      cases.append(branch(command));
    }
    names.append("    'help:").append("show the options of a command").append("'\n");
    return SCRIPT.replace("(names)\n", names.toString()).replace("(branches)\n", cases.toString());
  }

  private static String branch(Command command) {
    List<String> lines = new ArrayList<>();
    for (Option option : CommonOptions.addTo(command.options()).getOptions()) {
      lines.add(specification(option));
    }
    String words = String.join(" ", command.words());
    lines.add(words.isEmpty() ? "'*:file:_files'" : "'1:word:(" + words + ")'");
    String between = " \\\n            ";
    return "        "
        + command.name()
        + ")\n          _arguments"
        + between
        + String.join(between, lines)
        + "\n          ;;\n";
  }

  private static String specification(Option option) {
    OptionValues values = OptionValues.of(option);
    String words = String.join(" ", values.words());
    String action =
        switch (values.kind()) {
          case NONE -> "";
          case OTHER -> ": :";
          case FILE -> ": :_files";
          case CODES -> ": : _values -s , code " + words;
          case WORD -> ": :(" + words.replace(":", "\\:") + ")";
        };
    String equals = action.isEmpty() ? "" : "=";
    String name = "--" + option.getLongOpt() + equals;
    String both = option.getOpt() == null ? name : "'{-" + option.getOpt() + "," + name + "}'";
    return "'*" + both + "[" + text(option.getDescription()) + "]" + action + "'";
  }

  /** A description as it can stand between quotes and brackets. */
  private static String text(String description) {
    return description
        .replace("'", "'\\''")
        .replace("[", "\\[")
        .replace("]", "\\]")
        .replace(":", "\\:");
  }
}

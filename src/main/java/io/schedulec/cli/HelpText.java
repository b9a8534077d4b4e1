package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What {@code --help} prints. */
final class HelpText {
  private static final String INDENT = "  ";
  private final List<Command> commands;

  HelpText(List<Command> commands) {
    this.commands = commands;
  }

  /** The program. */
  String overview() {
    List<List<String>> rows = new ArrayList<>();
    List<String> examples = new ArrayList<>();
    for (Command command : commands) {
      rows.add(List.of(command.name(), command.summary()));
      examples.add(INDENT + "schedulec " + command.example());
    }
    return """
        usage: schedulec COMMAND [ARGUMENT]...
               schedulec --help | --version

        Checks and compiles pruning schedules of neural networks.

        commands:
        """
        + table(rows)
        + "\nexamples:\n"
        + String.join("\n", examples)
        + "\n\nschedulec help COMMAND shows the options of a command.\n";
  }

  /** One command. */
  String of(Command command) {
    List<List<String>> rows = new ArrayList<>();
    Options options = CommonOptions.addTo(command.options());
    for (Option option : options.getOptions()) {
      rows.add(List.of(synopsis(option), option.getDescription()));
    }
    return "usage: schedulec "
        + command.name()
        + " "
        + command.usage()
        + "\n\n"
        + sentence(command.summary())
        + "\n\noptions:\n"
        + table(rows)
        + "\nexample:\n"
        + INDENT
        + "schedulec "
        + command.example()
        + "\n";
  }

  private static String synopsis(Option option) {
    String letter = option.getOpt() == null ? "" : "-" + option.getOpt() + ", ";
    String argument = option.hasArg() ? " " + option.getArgName() : "";
    return letter + "--" + option.getLongOpt() + argument;
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  /** Two columns; a first cell that is too wide has a line of its own. */
  private static String table(List<List<String>> rows) {
    int wide = 24;
    int width = 0;
    for (List<String> row : rows) {
      int length = row.get(0).length();
      width = length <= wide ? Math.max(width, length) : width;
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      String first = row.get(0);
      boolean broken = first.length() > width;
      text.append(INDENT).append(first).append(broken ? "\n" + INDENT : "");
      text.append(" ".repeat(width - (broken ? 0 : first.length()))).append(INDENT);
      text.append(row.get(1)).append('\n');
    }
    return text.toString();
  }
}

package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.AmbiguousOptionException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The program without its process: arguments in, exit code out. */
final class Cli {
  private final List<Command> commands;

  Cli(List<Command> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Carries out one command line; whatever goes wrong becomes one line and an exit code. */
  int run(List<String> arguments, Terminal terminal) {
    try {
      return dispatch(arguments, terminal);
    } catch (BadRequest e) {
      terminal.err().println("schedulec: " + e.getMessage());
      return ExitCode.REFUSED;
    } catch (Exception | Error e) {
      report(e, arguments.contains("--debug"), terminal);
      return ExitCode.BUG;
    }
  }

  private int dispatch(List<String> arguments, Terminal terminal) throws BadRequest {
    if (arguments.isEmpty()) {
      terminal.err().print(new HelpText(commands).overview());
      return ExitCode.REFUSED;
    }
    List<String> rest = arguments.subList(1, arguments.size());
    switch (arguments.get(0)) {
      case "-h", "--help", "help" -> terminal.out().print(help(rest));
      case "-V", "--version" -> terminal.out().println(Version.line());
      default -> {
        return runCommand(command(arguments.get(0)), rest, terminal);
      }
    }
    return ExitCode.OK;
  }

  private String help(List<String> names) throws BadRequest {
    HelpText text = new HelpText(commands);
    return names.isEmpty() ? text.overview() : text.of(command(names.get(0)));
  }

  private int runCommand(Command command, List<String> arguments, Terminal terminal)
      throws BadRequest {
    CommandLine line = parse(command, arguments);
    if (line.hasOption("help")) {
      terminal.out().print(new HelpText(commands).of(command));
      return ExitCode.OK;
    }
    return command.run(line, terminal);
  }

  private Command command(String name) throws BadRequest {
    Optional<Command> found = commands.stream().filter(c -> c.name().equals(name)).findFirst();
    if (found.isPresent()) {
      return found.get();
    }
    List<String> names = new ArrayList<>(commands.stream().map(Command::name).toList());
    names.add("help");
    if (name.startsWith("-")) {
      List<String> options = List.of("--help", "--version");
      throw new BadRequest("unknown option " + name + Nearest.hint(name, options));
    }
    throw new BadRequest("unknown command " + name + Nearest.hint(name, names));
  }

  private static CommandLine parse(Command command, List<String> arguments) throws BadRequest {
    Options options = CommonOptions.addTo(command.options());
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      return parser.parse(options, arguments.toArray(String[]::new));
    } catch (ParseException e) {
      throw new BadRequest(explain(e, options) + " (schedulec help " + command.name() + ")");
    }
  }

  private static String explain(ParseException e, Options options) {
    if (e instanceof UnrecognizedOptionException unknown
        && !(e instanceof AmbiguousOptionException)) {
      String given = unknown.getOption();
      List<String> names =
          options.getOptions().stream().map(Option::getLongOpt).map(n -> "--" + n).toList();
      int value = given.indexOf('=');
      String name = value < 0 ? given : given.substring(0, value);
      String near = Nearest.to(name, names).map(n -> ", did you mean " + n + "?").orElse("");
      return "unknown option " + name + near;
    }
    if (e instanceof MissingArgumentException missing) {
      Option option = missing.getOption();
      return "option --" + option.getLongOpt() + " needs a value: " + option.getArgName();
    }
    return String.valueOf(e.getMessage());
  }

  private static void report(Throwable e, boolean debug, Terminal terminal) {
    terminal.out().flush();
    String what = e.toString().replaceAll("\\s+", " ");
    String where = debug ? "" : "; --debug shows where it happened";
    terminal
        .err()
        .println(
            "schedulec: this is a bug in schedulec, please report it with the file that causes it: "
                + what
                + where);
    if (debug) {
      e.printStackTrace(terminal.err());
    }
  }
}

package io.schedulec.cli;

import java.util.List;

/** The process: the only code that reads system properties and exits. */
public final class Main {
  private Main() {}

  /** Runs one command line. */
  public static void main(String[] args) {
    ProcessTerminal process = new ProcessTerminal();
    int code = new Cli(commands(args)).run(List.of(args), process.terminal());
    System.exit(process.close(code));
  }

  /** The command that is asked for where it is the usual one, else every command. */
  private static List<Command> commands(String[] args) {
    // The others would each cost a little of the time that a check takes.
    return args.length > 0 && args[0].equals("check") ? List.of(check()) : commands();
  }

  /** The one place that makes it, so that what it is made of is in the class-data archive. */
  private static Command check() {
    return new CheckCommand(Checking::run);
  }

  /** Every command, in the order of the help. */
  static List<Command> commands() {
    return List.of(
        check(),
        new CompileCommand(Compiling::run),
        new ExpandCommand(Expanding::run),
        new InspectCommand(Inspecting::run),
        new RunCommand(Running::run),
        new TestCommand(Testing::run),
        new ExplainCommand(Explaining::run),
        new ManualCommand(LookingUp::manual),
        new SchemaCommand(LookingUp::schema),
        new CompletionCommand(Completing::run),
        new LspCommand(Serving::run));
  }
}

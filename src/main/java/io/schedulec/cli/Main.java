package io.schedulec.cli;

import java.util.List;

/** The process: the only code that reads system properties and exits. */
public final class Main {
  private Main() {}

  /** Runs one command line. */
  public static void main(String[] args) {
    ProcessTerminal process = new ProcessTerminal();
    int code = new Cli(commands()).run(List.of(args), process.terminal());
    System.exit(process.close(code));
  }

  /** Every command, in the order of the help. */
  static List<Command> commands() {
    return List.of(
        new CheckCommand(Checking::run),
        new CompileCommand(Compiling::run),
        new ExpandCommand(Expanding::run),
        new InspectCommand(Inspecting::run),
        new RunCommand(Running::run),
        new ExplainCommand(Explaining::run),
        new LspCommand(Serving::run));
  }
}

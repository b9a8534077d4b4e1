package io.schedulec.cli;

/** Prints scripts that complete command lines. */
final class Completing {
  private Completing() {}

  static int run(CompletionCommand.Shell shell, Terminal terminal) {
    terminal.printUtf8(
        switch (shell) {
          case BASH -> BashCompletion.script(Main.commands());
          case ZSH -> ZshCompletion.script(Main.commands());
        });
    return ExitCode.OK;
  }
}

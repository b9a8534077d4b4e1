package io.schedulec.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec completion}. */
final class CompletionCommand implements Command {
  private final Body body;

  CompletionCommand(Body body) {
    this.body = body;
  }

  /** What completes command lines. */
  enum Shell {
    BASH,
    ZSH
  }

  /** Prints a script. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Shell shell, Terminal terminal);
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "print what lets a shell complete command lines of schedulec";
  }

  @Override
  public String usage() {
    return CommonOptions.choices(Shell.class);
  }

  @Override
  public String example() {
    return "completion bash > ~/.local/share/bash-completion/completions/schedulec";
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public List<String> words() {
    return List.of(CommonOptions.choices(Shell.class).split("\\|", -1));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    if (line.getArgList().size() != 1) {
      throw new BadRequest("completion needs the name of a shell: " + usage());
    }
    return body.run(
        CommonOptions.constant("completion", line.getArgList().get(0), Shell.class), terminal);
  }
}

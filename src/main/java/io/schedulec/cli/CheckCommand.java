package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec check}. */
final class CheckCommand implements Command {
  private final Body body;

  CheckCommand(Body body) {
    this.body = body;
  }

  /** Checks what is asked for, on a terminal that has the colours asked for. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(CheckRequest request, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "find mistakes in schedules before training does";
  }

  @Override
  public String usage() {
    return "[FILE|DIR|-]... [--model FILE] [OPTION]...";
  }

  @Override
  public String example() {
    return "check --model resnet20.onnx resnet20.agp.yaml";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(value("model", "FILE", "the model that the schedules are for"))
        .addOption(
            value(
                "format",
                CommonOptions.choices(CheckRequest.Format.class) + "[=FILE]",
                "how findings are written; repeatable"))
        .addOption(value("select", "CODE[,CODE]", "show only these findings"))
        .addOption(value("ignore", "CODE[,CODE]", "show all but these findings"))
        .addOption(
            value(
                "fail-on",
                CommonOptions.choices(FailOn.class),
                "exit with 1 from this severity on (error)"))
        .addOption(value("baseline", "FILE", "show only findings that this file does not list"))
        .addOption(value("write-baseline", "FILE", "list what is found in this file instead"))
        .addOption(
            value(
                "target",
                CommonOptions.choices(CheckRequest.Target.class),
                "what the schedule has to run in (plan)"))
        .addOption(value("epochs", "N", "how many epochs the training run has"))
        .addOption(flag("fix", "make the safe fixes; those of - go to standard output"))
        .addOption(flag("unsafe-fixes", "with --fix or --diff: make the unsafe fixes too"))
        .addOption(flag("diff", "print what --fix would change, and write nothing"))
        .addOption(value("jobs", "N", "check N schedules at once (as many as processors)"))
        .addOption(flag("only-schedules", "pass over files that are no schedules"))
        .addOption(
            value(
                "color",
                CommonOptions.choices(ColorChoice.class),
                "when to colour (auto: terminals, not with NO_COLOR)"))
        .addOption(flag("ascii", "draw with ASCII characters only"))
        .addOption(value("stdin-filename", "NAME", "what to call standard input in findings"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    CheckRequest request = CheckRequests.read(line);
    return body.run(request, terminal.with(request.color(), request.ascii()));
  }
}

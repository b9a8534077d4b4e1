package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import io.schedulec.plan.DeadChannels;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code schedulec compile}. */
final class CompileCommand implements Command {
  private final Body body;

  CompileCommand(Body body) {
    this.body = body;
  }

  /** Compiles what is asked for, on a terminal that has the colours asked for. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(CompileRequest request, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String summary() {
    return "turn a schedule into a plan that can be read, kept and run";
  }

  @Override
  public String usage() {
    return "FILE|- [--model FILE] [-o FILE] [OPTION]...";
  }

  @Override
  public String example() {
    return "compile --model resnet20.onnx resnet20.agp.yaml -o resnet20.plan";
  }

  @Override
  public Options options() {
    return addHow(new Options())
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("where the plan goes (standard output)")
                .get())
        .addOption(
            value(
                "stats",
                CommonOptions.choices(CompileRequest.Stats.class),
                "print sizes before and after; the plan goes to -o only"));
  }

  /** Adds the options that say how a schedule is compiled, and for which model. */
  static Options addHow(Options options) {
    return options
        .addOption(value("model", "FILE", "the model that the schedule is for"))
        .addOption(
            value("rounding", CompileRequests.ROUNDINGS, "how shares become counts (distiller)"))
        .addOption(
            value(
                "dead-channels",
                CommonOptions.choices(DeadChannels.class),
                "what becomes of constants that channels emit (drop)"))
        .addOption(
            value(
                "target",
                CommonOptions.choices(CheckRequest.Target.class),
                "what the schedule has to run in (plan)"))
        .addOption(value("epochs", "N", "how many epochs the training run has"))
        .addOption(
            value(
                "color",
                CommonOptions.choices(ColorChoice.class),
                "when to colour (auto: terminals, not with NO_COLOR)"))
        .addOption(flag("ascii", "draw with ASCII characters only"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    CompileRequest request = CompileRequests.read(line);
    return body.run(request, terminal.with(request.color(), request.ascii()));
  }
}

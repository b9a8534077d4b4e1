package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code schedulec expand}. */
final class ExpandCommand implements Command {
  private final Body body;

  ExpandCommand(Body body) {
    this.body = body;
  }

  /** Expands what is asked for, on a terminal that has the colours asked for. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Request request, Terminal terminal) throws BadRequest;
  }

  /**
   * The options, read.
   *
   * @param schedule the schedule, or {@code -} for standard input
   * @param model the model
   * @param output the file that the result goes to; standard output if absent
   * @param inPlace whether the result takes the place of the schedule
   */
  record Request(
      String schedule, Optional<String> model, Optional<String> output, boolean inPlace) {}

  @Override
  public String name() {
    return "expand";
  }

  @Override
  public String summary() {
    return "write out the names that the selectors of a schedule stand for";
  }

  @Override
  public String usage() {
    return "FILE|- [--model FILE] [-o FILE|--in-place]";
  }

  @Override
  public String example() {
    return "expand --model resnet20.onnx resnet20.selectors.yaml -o resnet20.yaml";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(value("model", "FILE", "the model that the schedule is for"))
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("where the schedule goes (standard output)")
                .get())
        .addOption(flag("in-place", "put it in the place of FILE"))
        .addOption(
            value(
                "color",
                CommonOptions.choices(ColorChoice.class),
                "when to colour (auto: terminals, not with NO_COLOR)"))
        .addOption(flag("ascii", "draw with ASCII characters only"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> schedules = line.getArgList();
    if (schedules.size() != 1) {
      throw new BadRequest("expand needs one schedule, not " + schedules.size());
    }
    Request request =
        new Request(
            schedules.get(0),
            CompileRequests.named(line, "model"),
            CompileRequests.named(line, "output"),
            line.hasOption("in-place"));
    if (request.inPlace() && request.output().isPresent()) {
      throw new BadRequest("--in-place and -o do not go together");
    }
    if (request.inPlace() && request.schedule().equals("-")) {
      throw new BadRequest("--in-place needs a file, not standard input");
    }
    ColorChoice color = CommonOptions.choice(line, "color", ColorChoice.AUTO);
    return body.run(request, terminal.with(color, line.hasOption("ascii")));
  }
}

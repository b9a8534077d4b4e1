package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code schedulec run}. */
final class RunCommand implements Command {
  private static final List<String> FOR_SCHEDULES =
      List.of("rounding", "dead-channels", "target", "epochs");

  private final Body body;

  RunCommand(Body body) {
    this.body = body;
  }

  /** Runs what is asked for. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Request request, Terminal terminal) throws BadRequest;
  }

  /**
   * The options, read.
   *
   * @param input the plan or schedule, as it was written
   * @param output the new model
   * @param until the last epoch to run
   * @param report where the report for programs goes
   * @param seed where random numbers start
   * @param verify whether the result is compared with what it should compute
   * @param compile how a schedule is compiled, and for which model
   * @param forSchedules the options given that a plan has no use for
   */
  record Request(
      String input,
      String output,
      OptionalInt until,
      Optional<String> report,
      long seed,
      boolean verify,
      CompileRequest compile,
      List<String> forSchedules) {}

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "mask and thin a model as a plan or a schedule says";
  }

  @Override
  public String usage() {
    return "PLAN|SCHEDULE --model IN.onnx -o OUT.onnx [OPTION]...";
  }

  @Override
  public String example() {
    return "run resnet20.plan --model resnet20.onnx -o thin.onnx --verify";
  }

  @Override
  public Options options() {
    return CompileCommand.addHow(new Options())
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("OUT.onnx")
                .desc("the new model")
                .get())
        .addOption(value("until", "EPOCH", "the last epoch to run (all)"))
        .addOption(value("report", "FILE.json", "write what was done, for programs"))
        .addOption(value("seed", "N", "where random numbers start (0)"))
        .addOption(flag("verify", "run both models and compare them; needs ONNX Runtime"))
        .addOption(
            value("calibration", "FILE.npz", "samples for criteria that need them; none does yet"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> inputs = line.getArgList();
    if (inputs.size() != 1) {
      throw new BadRequest("run needs one plan or schedule, not " + inputs.size());
    }
    if (line.hasOption("calibration")) {
      throw new BadRequest("no criterion of this version needs --calibration");
    }
    String output =
        CommonOptions.last(line, "output")
            .filter(name -> !name.isEmpty())
            .orElseThrow(() -> new BadRequest("run needs the name of the new model: -o OUT.onnx"));
    Request request =
        new Request(
            inputs.get(0),
            output,
            until(line),
            CompileRequests.named(line, "report"),
            seed(line),
            line.hasOption("verify"),
            CompileRequests.read(line),
            FOR_SCHEDULES.stream().filter(line::hasOption).toList());
    CompileRequest how = request.compile();
    return body.run(request, terminal.with(how.color(), how.ascii()));
  }

  private static OptionalInt until(CommandLine line) throws BadRequest {
    Optional<String> text = CommonOptions.last(line, "until");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int epoch = Integer.parseInt(text.get());
      if (epoch >= 0) {
        return OptionalInt.of(epoch);
      }
    } catch (NumberFormatException e) {
      // Refused like a number that makes no sense.
    }
    throw new BadRequest("--until needs an epoch, 0 or above, not \"" + text.get() + "\"");
  }

  private static long seed(CommandLine line) throws BadRequest {
    String text = CommonOptions.last(line, "seed").orElse("0");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadRequest("--seed needs a whole number, not \"" + text + "\"");
    }
  }
}

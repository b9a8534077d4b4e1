package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec test}. */
final class TestCommand implements Command {
  private final Body body;

  TestCommand(Body body) {
    this.body = body;
  }

  /**
   * The options, read.
   *
   * @param paths folders of cases, or cases
   * @param model the model of every case
   * @param target what claims are compared for; every target if absent
   * @param update whether files beside cases are rewritten
   */
  record Request(
      List<String> paths,
      Optional<String> model,
      Optional<CheckRequest.Target> target,
      boolean update) {
    Request {
      paths = List.copyOf(paths);
    }
  }

  /** Checks cases. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Request request, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String summary() {
    return "compare what is found in schedules with what their comments claim";
  }

  @Override
  public String usage() {
    return "DIR|FILE... [OPTION]...";
  }

  @Override
  public String example() {
    return "test test-schedules";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(value("model", "FILE", "the model that the schedules are for"))
        .addOption(
            value(
                "target",
                CommonOptions.choices(CheckRequest.Target.class),
                "compare for this target only (both)"))
        .addOption(flag("update", "rewrite the expected output beside cases; not where CI is set"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    Optional<CheckRequest.Target> target = Optional.empty();
    if (line.hasOption("target")) {
      target = Optional.of(CommonOptions.choice(line, "target", CheckRequest.Target.PLAN));
    }
    Request request =
        new Request(
            line.getArgList(), CommonOptions.last(line, "model"), target, line.hasOption("update"));
    if (request.paths().isEmpty()) {
      throw new BadRequest("test needs a folder of schedules, or a schedule");
    }
    return body.run(request, terminal);
  }
}

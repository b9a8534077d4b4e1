package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec inspect}. */
final class InspectCommand implements Command {
  private final Body body;

  InspectCommand(Body body) {
    this.body = body;
  }

  /** Shows what is asked for. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Request request, Terminal terminal) throws BadRequest;
  }

  /** What of a model is shown. */
  enum View {
    WEIGHTS,
    GROUPS,
    OPS
  }

  /** How it is written. */
  enum Format {
    TABLE,
    JSON
  }

  /**
   * The options, read.
   *
   * @param model the model, as it was written
   * @param view what is shown
   * @param format how it is written
   */
  record Request(String model, View view, Format format) {}

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public String summary() {
    return "show a model's weights, or which channels must be pruned together";
  }

  @Override
  public String usage() {
    return "MODEL [--weights|--groups|--ops] [--format table|json]";
  }

  @Override
  public String example() {
    return "inspect resnet20.onnx --groups";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(flag("weights", "the weights, with shapes and costs (default)"))
        .addOption(flag("groups", "the channels that are pruned together"))
        .addOption(flag("ops", "the operators, and which of them are understood"))
        .addOption(value("format", CommonOptions.choices(Format.class), "how to write it (table)"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> models = line.getArgList();
    if (models.size() != 1) {
      throw new BadRequest("inspect needs one model, not " + models.size());
    }
    Format format = CommonOptions.choice(line, "format", Format.TABLE);
    return body.run(new Request(models.get(0), view(line), format), terminal);
  }

  private static View view(CommandLine line) throws BadRequest {
    List<View> views = new ArrayList<>();
    for (View view : View.values()) {
      if (line.hasOption(view.name().toLowerCase(Locale.ROOT))) {
        views.add(view);
      }
    }
    if (views.size() > 1) {
      throw new BadRequest("inspect shows one of --weights, --groups and --ops at a time");
    }
    return views.isEmpty() ? View.WEIGHTS : views.get(0);
  }
}

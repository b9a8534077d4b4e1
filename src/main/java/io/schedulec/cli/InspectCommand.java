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
    OPS,
    WHY
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
   * @param why the weight to explain, or two with a comma between them; empty for the other views
   */
  record Request(String model, View view, Format format, String why) {}

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
    return "MODEL [--weights|--groups|--ops|--why NAME[,OTHER]] [--format table|json]";
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
        .addOption(
            value("why", "NAME[,OTHER]", "what holds a weight's channels, or what couples two"))
        .addOption(value("format", CommonOptions.choices(Format.class), "how to write it (table)"))
        .addOption(flag("ascii", "write ASCII characters only"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> models = line.getArgList();
    if (models.size() != 1) {
      throw new BadRequest("inspect needs one model, not " + models.size());
    }
    Format format = CommonOptions.choice(line, "format", Format.TABLE);
    String why = CommonOptions.last(line, "why").orElse("");
    Terminal shown = terminal.with(ColorChoice.AUTO, line.hasOption("ascii"));
    return body.run(new Request(models.get(0), view(line), format, why), shown);
  }

  private static View view(CommandLine line) throws BadRequest {
    List<View> views = new ArrayList<>();
    for (View view : View.values()) {
      if (line.hasOption(view.name().toLowerCase(Locale.ROOT))) {
        views.add(view);
      }
    }
    if (views.size() > 1) {
      throw new BadRequest("inspect shows one of --weights, --groups, --ops and --why at a time");
    }
    return views.isEmpty() ? View.WEIGHTS : views.get(0);
  }
}

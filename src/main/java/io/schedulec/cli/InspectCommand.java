package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
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
    WHY,
    SUMMARY
  }

  /** How it is written. */
  enum Format {
    TABLE,
    JSON,
    DOT,
    SVG
  }

  /**
   * The options, read.
   *
   * @param paths the models, as they were written; one, unless they are summed up
   * @param view what is shown
   * @param format how it is written
   * @param why the weight to explain, or two with a comma between them; empty for the other views
   * @param drawing how it is drawn, where it is
   */
  record Request(List<String> paths, View view, Format format, String why, Drawing drawing) {
    /** Copies the list. */
    Request {
      paths = List.copyOf(paths);
    }

    String model() {
      return paths.get(0);
    }
  }

  /**
   * How a model is drawn.
   *
   * @param expand whether blocks that are alike are all drawn
   * @param output the file that the picture goes to, instead of standard output
   */
  record Drawing(boolean expand, Optional<String> output) {}

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
    return "MODEL [--weights|--groups|--ops|--why NAME[,OTHER]] [--format table|json|dot|svg]"
        + " [-o FILE]\n"
        + "       schedulec inspect --summary PATH... [--format table|json]";
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
        .addOption(
            flag(
                "summary",
                "a line a model; prunable: share of parameter elements in a prunable group"))
        .addOption(value("format", CommonOptions.choices(Format.class), "how to write it (table)"))
        .addOption(flag("expand", "draw every one of the blocks that are alike (dot, svg)"))
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("where a picture goes (standard output)")
                .get())
        .addOption(flag("ascii", "write ASCII characters only"));
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> models = line.getArgList();
    View view = view(line);
    if (view == View.SUMMARY ? models.isEmpty() : models.size() != 1) {
      String wanted =
          view == View.SUMMARY
              ? "inspect --summary needs models or folders"
              : "inspect needs one model";
      throw new BadRequest(wanted + ", not " + models.size());
    }
    Format format = CommonOptions.choice(line, "format", Format.TABLE);
    String why = CommonOptions.last(line, "why").orElse("");
    Drawing drawing = drawing(line, format, view);
    Terminal shown = terminal.with(ColorChoice.AUTO, line.hasOption("ascii"));
    return body.run(new Request(models, view, format, why, drawing), shown);
  }

  /** A picture shows layers and groups at once, so that there is no choice of them. */
  private static Drawing drawing(CommandLine line, Format format, View view) throws BadRequest {
    boolean drawn = format == Format.DOT || format == Format.SVG;
    Optional<String> output = CommonOptions.last(line, "output");
    if (!drawn && (line.hasOption("expand") || output.isPresent())) {
      String option = output.isPresent() ? "-o" : "--expand";
      throw new BadRequest(option + " is for pictures, --format dot or svg");
    }
    if (drawn && (line.hasOption("weights") || view != View.WEIGHTS)) {
      throw new BadRequest(
          "--format dot and svg show a whole model, so --weights, --groups, --ops, --why"
              + " and --summary do not go with them");
    }
    if (output.isPresent() && output.get().isEmpty()) {
      throw new BadRequest("--output needs the name of a file");
    }
    return new Drawing(line.hasOption("expand"), output);
  }

  private static View view(CommandLine line) throws BadRequest {
    List<View> views = new ArrayList<>();
    for (View view : View.values()) {
      if (line.hasOption(view.name().toLowerCase(Locale.ROOT))) {
        views.add(view);
      }
    }
    if (views.size() > 1) {
      throw new BadRequest(
          "inspect shows one of --weights, --groups, --ops, --why and --summary at a time");
    }
    return views.isEmpty() ? View.WEIGHTS : views.get(0);
  }
}

package io.schedulec.cli;

import io.schedulec.analysis.Contracts;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.rule.ChannelRules;
import io.schedulec.graph.Node;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.inspect.GroupsJson;
import io.schedulec.inspect.GroupsTable;
import io.schedulec.inspect.OpsTable;
import io.schedulec.inspect.WeightsView;
import io.schedulec.inspect.draw.DotDrawing;
import io.schedulec.inspect.draw.SvgDrawing;
import io.schedulec.source.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shows what is in a model. */
final class Inspecting {
  private Inspecting() {}

  static int run(InspectCommand.Request request, Terminal terminal) throws BadRequest {
    if (request.view() == InspectCommand.View.SUMMARY) {
      boolean json = request.format() == InspectCommand.Format.JSON;
      return Summarizing.run(request.paths(), json, terminal);
    }
    if (request.model().isEmpty()) {
      throw new BadRequest("inspect needs the name of a model");
    }
    ModelFacts facts;
    try {
      Path model = terminal.resolve(request.model());
      Models models = new Models();
      models.demand(model);
      facts = models.load(model, Contracts.nearest(model));
    } catch (UnusableFileException | UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
    facts.graph().notes().forEach(note -> terminal.err().println("note: " + OneLine.of(note)));
    if (request.format() == InspectCommand.Format.DOT
        || request.format() == InspectCommand.Format.SVG) {
      return draw(request, facts, terminal);
    }
    String text =
        request.view() == InspectCommand.View.WHY
            ? Explained.of(request, facts, terminal)
            : text(request, facts, terminal.width());
    if (request.format() == InspectCommand.Format.JSON) {
      terminal.printUtf8(text);
    } else {
      terminal.out().print(text);
    }
    return ExitCode.OK;
  }

  private static int draw(InspectCommand.Request request, ModelFacts facts, Terminal terminal)
      throws BadRequest {
    InspectCommand.Drawing drawing = request.drawing();
    String picture =
        request.format() == InspectCommand.Format.DOT
            ? DotDrawing.of(facts, drawing.expand())
            : SvgDrawing.of(facts, drawing.expand());
    if (drawing.output().isEmpty()) {
      terminal.printUtf8(picture);
      return ExitCode.OK;
    }
    Path model = terminal.resolve(request.model());
    List<Path> sources = new ArrayList<>(StoredWeights.of(model).dataFiles());
    sources.add(model);
    Path output = terminal.resolve(drawing.output().get());
    Outputs.demandOther("-o", output, sources);
    AtomicFiles.write(output, picture);
    return ExitCode.OK;
  }

  private static String text(InspectCommand.Request request, ModelFacts facts, int width) {
    boolean json = request.format() == InspectCommand.Format.JSON;
    Predicate<Node> known = node -> ChannelRules.rule(facts.graph(), node) != null;
    return switch (request.view()) {
      case GROUPS ->
          json
              ? GroupsJson.of(request.model(), facts.graph(), facts.spaces())
              : GroupsTable.of(facts.spaces(), width);
      case OPS ->
          json
              ? OpsTable.json(request.model(), facts.graph(), known)
              : OpsTable.text(facts.graph(), known);
      case WEIGHTS, WHY, SUMMARY -> {
        List<Layer> layers = LayerTable.of(facts.graph(), facts.shapes());
        yield json
            ? WeightsView.json(request.model(), facts.graph(), layers, facts.spaces())
            : WeightsView.text(layers, facts.spaces());
      }
    };
  }
}

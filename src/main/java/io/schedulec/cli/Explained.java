package io.schedulec.cli;

import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.Explanations;
import io.schedulec.graph.Parameter;
import io.schedulec.inspect.WhyJson;
import io.schedulec.inspect.WhyText;
import java.util.List;

/** Explains the channels of a weight, or how two weights are coupled. */
final class Explained {
  private Explained() {}

  static String of(InspectCommand.Request request, ModelFacts facts, Terminal terminal)
      throws BadRequest {
    List<Parameter> weights = WeightNames.of(request.why(), facts);
    Explanations explanations = Explanations.of(facts.graph(), facts.shapes());
    return request.format() == InspectCommand.Format.JSON
        ? WhyJson.of(request.model(), facts.graph(), explanations, weights)
        : WhyText.of(facts.graph(), explanations, weights, terminal.width(), terminal.ascii());
  }
}

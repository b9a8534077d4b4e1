package io.schedulec.cli;

import io.schedulec.bind.Meant;
import io.schedulec.bind.ModelFacts;
import io.schedulec.channel.Explanations;
import io.schedulec.graph.Parameter;
import io.schedulec.inspect.WhyText;
import java.util.Optional;

/** Explains the channels of a weight, or how two weights are coupled. */
final class Explained {
  private Explained() {}

  static String of(InspectCommand.Request request, ModelFacts facts, Terminal terminal)
      throws BadRequest {
    Optional<Parameter> whole = facts.names().find(request.why());
    if (whole.isEmpty()) {
      throw new BadRequest(Meant.by(facts.names(), request.why()).orElse("?"));
    }
    Explanations explanations = Explanations.of(facts.graph(), facts.shapes());
    return WhyText.of(
        facts.graph(), explanations, whole.get(), terminal.width(), terminal.ascii());
  }
}

package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Role;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.ParameterValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC203: a regularizer that drives the model's own inputs or outputs to zero before thinning. */
final class RegularizedEdgeCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (Instance instance : schedule.schedule().instances()) {
      boolean acts = instance.section() == Section.REGULARIZERS && instance.used();
      for (ParameterValue value : acts ? instance.parameterValues() : List.<ParameterValue>of()) {
        finding(schedule, instance, value).ifPresent(out);
      }
    }
  }

  private static Optional<Diagnostic> finding(
      BoundSchedule schedule, Instance instance, ParameterValue value) {
    Optional<Role> role = value.group().flatMap(group -> role(group.value()));
    Optional<Parameter> parameter = schedule.facts().names().find(value.name().value());
    if (role.isEmpty() || parameter.isEmpty() || !thins(schedule, role.get())) {
      return Optional.empty();
    }
    for (CoupledGroup group :
        schedule.facts().spaces().groupsOf(parameter.get().name(), role.get())) {
      for (Frozen frozen : group.frozen()) {
        if (frozen.reason().equals(edge(role.get()))) {
          Help help = removal(schedule, instance, value);
          return Optional.of(diagnose(instance, value, parameter.get(), role.get(), help));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Role> role(String group) {
    return switch (group) {
      case "Channels" -> Optional.of(Role.CHANNELS);
      case "3D", "Filters" -> Optional.of(Role.FILTERS);
      default -> Optional.empty();
    };
  }

  private static boolean thins(BoundSchedule schedule, Role role) {
    return schedule.course().firstThinnings().stream()
        .anyMatch(t -> role == Role.CHANNELS ? t.channels() : t.filters());
  }

  private static String edge(Role role) {
    return role == Role.CHANNELS ? "graph-input" : "graph-output";
  }

  private static Help removal(BoundSchedule schedule, Instance instance, ParameterValue value) {
    String text = "take it out of the map";
    boolean others = instance.parameterValues().size() > 1;
    return others && Blocks.removable(schedule.source(), value.span())
        ? Help.unsafe(text, List.of(Blocks.remove(schedule.source(), value.span())))
        : Help.advice(text);
  }

  private static Diagnostic diagnose(
      Instance instance, ParameterValue value, Parameter parameter, Role role, Help help) {
    boolean input = role == Role.CHANNELS;
    return Diagnostic.at(
            DiagnosticKind.CHANNELS_UNPRUNABLE,
            value.name().span(),
            (input ? "input channels of `" : "filters of `")
                + parameter.layer()
                + "`, which `"
                + instance.name().value()
                + "` drives to zero, are the model's "
                + (input ? "input" : "output"))
        .severity(Severity.WARNING)
        .saying(parameter.shape() + ", must keep all of them")
        .cause(
            input
                ? "Once a channel's weights are zero, thinning takes it away, and the model no"
                    + " longer accepts its input."
                : "Once a filter is zero, thinning takes it away, and the model's output is"
                    + " smaller.")
        .help(help)
        .data("regularizer", instance.name().value())
        .data("listed", List.of(parameter.name()))
        .data("reason", edge(role))
        .build();
  }
}

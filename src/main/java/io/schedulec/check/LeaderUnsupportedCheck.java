package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC212: a Leader list under a class that has no leaders. */
final class LeaderUnsupportedCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER) {
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      Optional<Spanned<String>> className = pruner.instance().className();
      Argument leader = pruner.instance().arguments().get("group_dependency");
      if (leader == null || className.isEmpty() || pruner.instance().has(Trait.LEADER)) {
        continue;
      }
      if (leader.valid() && pruner.leader()) {
        out.accept(diagnose(pruner, leader, className.get()));
      }
    }
  }

  private static Diagnostic diagnose(
      BoundPruner pruner, Argument leader, Spanned<String> className) {
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.LEADER_UNSUPPORTED,
                leader.span(),
                "`" + pruner.name() + "` asks for a leader, which its class does not support")
            .saying(
                draws(pruner) ? "each layer draws a level of its own" : "not known to the class")
            .label(className.span(), "only L1 and L2 ranked pruners have leaders");
    out.cause(cause(pruner, className.value()));
    Optional<Edit> ranked = ranked(pruner.instance(), className);
    ranked.ifPresent(edit -> out.help(Help.unsafe("rank by norm", List.of(edit))));
    out.help(
        Help.advice(
            (ranked.isPresent() ? "or leave" : "leave")
                + " `group_dependency` out and list only layers that are in no chain"));
    return out.data("pruner", pruner.name()).data("class", className.value()).build();
  }

  private static boolean draws(BoundPruner pruner) {
    return pruner.instance().argument("sparsity_range").isPresent();
  }

  private static String cause(BoundPruner pruner, String className) {
    if (draws(pruner)) {
      return "The mask is kept for one level only, and each layer draws another: the layers get"
          + " different masks, and thinning stops or sums channels that do not belong together.";
    }
    return "The trainer stops at the first firing with " + exception(className) + ".";
  }

  private static String exception(String className) {
    if (className.startsWith("Activation")) {
      return "AttributeError: 'NoneType' object has no attribute 'named_modules'";
    }
    if (className.startsWith("Random") || className.startsWith("Bernoulli")) {
      return "TypeError: 'NoneType' object is not subscriptable";
    }
    return "a bare AssertionError";
  }

  /** The class that ranks by norm, where it takes all of the keys. */
  private static Optional<Edit> ranked(Instance instance, Spanned<String> className) {
    String ending = className.value().endsWith("_AGP") ? "_AGP" : "";
    String name = "L1RankedStructureParameterPruner" + ending;
    List<String> keys = new ArrayList<>(instance.arguments().keySet());
    Optional<ClassSpec> spec = Catalog.find(name);
    boolean takesAll =
        spec.isPresent() && keys.stream().allMatch(k -> spec.get().key(k).isPresent());
    return takesAll && (!instance.has(Trait.ALWAYS_FILTERS) || saysFilters(instance))
        ? Optional.of(new Edit(className.span(), name))
        : Optional.empty();
  }

  private static boolean saysFilters(Instance instance) {
    String type = instance.text("group_type").map(Spanned::value).orElse("");
    return type.equals("Filters") || type.equals("3D");
  }
}

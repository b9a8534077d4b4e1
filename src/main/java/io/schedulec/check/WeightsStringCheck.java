package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.WeightList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SC409: {@code weights} as one string, in which the trainer searches for parameter names. */
final class WeightsStringCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    for (BoundPruner pruner : schedule.pruners()) {
      Optional<WeightList> list = pruner.instance().weights();
      boolean string = list.isPresent() && list.get().form() == WeightList.Form.STRING;
      if (string && pruner.misses().isEmpty()) {
        out.accept(diagnose(schedule, pruner, list.get()));
      }
    }
  }

  private static Diagnostic diagnose(BoundSchedule schedule, BoundPruner pruner, WeightList list) {
    String text = schedule.source().text(list.span());
    List<String> also = also(schedule, pruner, text);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.WEIGHTS_STRING,
                list.span(),
                "`weights` of `" + pruner.name() + "` is one string, not a list")
            .severity(severity(schedule, also))
            .saying("every parameter whose name is part of this text is pruned");
    out.cause(
        also.isEmpty()
            ? "The trainer asks whether a parameter's name is contained in the text. Here only the"
                + " names written are, but a model without the `module.` prefix has shorter names,"
                + " and more of them fit."
            : "The trainer asks whether a parameter's name is contained in the text, so it also"
                + " prunes "
                + Words.cut(also, 4)
                + ".");
    List<String> names = new ArrayList<>();
    list.items().forEach(i -> names.add(i.name().value()));
    out.help(
        Help.unsafe(
            "write a list", List.of(new Edit(list.span(), "[" + String.join(", ", names) + "]"))));
    return out.data("pruner", pruner.name()).data("names", names).data("also", also).build();
  }

  /** A plan prunes what is written; the original trainer prunes what it finds. */
  private static Severity severity(BoundSchedule schedule, List<String> also) {
    boolean wrong = !also.isEmpty() && schedule.target() == Target.DISTILLER;
    return wrong ? Severity.ERROR : Severity.WARNING;
  }

  /** Names that begin with {@code module.} are those of a wrapped model, whose names all do. */
  private static List<String> also(BoundSchedule schedule, BoundPruner pruner, String text) {
    List<String> also = new ArrayList<>();
    String wrapped = text.contains("module.") ? "module." : "";
    for (String name : schedule.facts().names().names()) {
      if (text.contains(wrapped + name) && pruner.weight(name).isEmpty()) {
        also.add(name);
      }
    }
    return also;
  }
}

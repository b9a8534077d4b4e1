package io.schedulec.check;

import io.schedulec.bind.Act;
import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.Span;
import java.util.List;
import java.util.function.Consumer;

/** SC310: a setting of a policy that changes nothing. */
final class NoEffectCheck implements Check {
  private static final String LEVELS = "levels";

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    List<Act> pruning = schedule.course().acts(Section.PRUNERS);
    boolean regrows = false;
    for (Act act : pruning) {
      regrows |= regrows(act.policy());
    }
    for (Act act : pruning) {
      if (!regrows && Settings.on(act.policy(), Settings.KEEP)) {
        out.accept(keptAnyway(schedule, act));
      }
      boolean levels = Settings.find(act.policy(), LEVELS).filter(Values::given).isPresent();
      if (levels && !act.instance().has(Trait.POLICY_LEVELS)) {
        out.accept(levels(schedule, act));
      }
    }
    for (Act act : schedule.course().acts(Section.REGULARIZERS)) {
      if (Settings.on(act.policy(), Settings.KEEP) && !Thresholds.zeroes(act.instance())) {
        out.accept(nothingToKeep(schedule, act));
      }
    }
  }

  private static boolean regrows(BoundPolicy policy) {
    return Settings.on(policy, Settings.FORWARD_ONLY)
        || Settings.on(policy, Settings.DOUBLE)
        || Settings.on(policy, Settings.DISCARD);
  }

  private static Diagnostic keptAnyway(BoundSchedule schedule, Act act) {
    return finding(schedule, act, Settings.KEEP)
        .saying("masks stay without it")
        .cause(
            "A mask outlives its policy and goes on being applied. The setting matters only beside"
                + " `mask_on_forward_only` or `use_double_copies`, which it switches off at the end.")
        .build();
  }

  private static Diagnostic levels(BoundSchedule schedule, Act act) {
    Diagnostic.Builder out =
        finding(schedule, act, LEVELS)
            .saying("only `SparsityLevelParameterPruner` reads it")
            .cause("The trainer hands the levels to the pruner, which never looks at them.");
    act.instance().className().ifPresent(name -> out.label(name.span(), "does not read levels"));
    return out.build();
  }

  private static Diagnostic nothingToKeep(BoundSchedule schedule, Act act) {
    Span name = act.instance().name().span();
    return finding(schedule, act, Settings.KEEP)
        .saying("there is no mask to keep")
        .label(name, "has no `threshold_criteria`")
        .cause("Without `threshold_criteria` a regularizer only adds to the loss and sets no mask.")
        .build();
  }

  private static Diagnostic.Builder finding(BoundSchedule schedule, Act act, String setting) {
    return Diagnostic.at(
            DiagnosticKind.NO_EFFECT,
            Settings.entry(act.policy(), setting),
            "`" + setting + "` has no effect on `" + act.name() + "`")
        .help(Settings.remove(schedule.source(), act.policy(), setting))
        .data("setting", setting)
        .data("name", act.name());
  }
}

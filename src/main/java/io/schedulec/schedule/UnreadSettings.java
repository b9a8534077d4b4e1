package io.schedulec.schedule;

import io.schedulec.catalog.GroupType;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Mistake;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reports settings of an instance that are accepted and that nobody reads. */
final class UnreadSettings {
  private final Findings out;
  private final Layout layout;

  UnreadSettings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  void check(Instance instance) {
    for (Argument argument : instance.arguments().values()) {
      Optional<KeySpec> key = instance.spec().flatMap(s -> s.key(argument.key().value()));
      boolean given = key.isPresent() && argument.valid() && !isDefault(key.get(), argument);
      Optional<String> unread = given ? key.get().outcome(Mistake.UNREAD) : Optional.empty();
      if (unread.isPresent()) {
        report(instance, argument, "accepted and not read", unread.get());
      } else if (given && isBlockShapeOfOthers(instance, argument)) {
        report(
            instance,
            argument,
            "only `group_type: Blocks` reads it",
            "The trainer reads it for blocks alone, and this prunes other structures.");
      }
    }
    star(instance);
  }

  /** Only pruners of elements take the star for all other parameters. */
  private void star(Instance instance) {
    for (ParameterValue value : instance.parameterValues()) {
      if (value.name().value().equals("*") && instance.argument("reg_regims").isPresent()) {
        out.add(
            Diagnostic.at(
                    DiagnosticKind.UNREAD_SETTING,
                    value.name().span(),
                    "`'*'` of " + Words.code(instance.name().value(), 30) + " has no effect")
                .saying("no parameter has this name")
                .cause(
                    "The trainer takes it for the name of a parameter here and never finds it; only"
                        + " `levels`, `thresholds` and `sensitivities` have a star.")
                .help(Help.advice("name each parameter"))
                .data("key", "*")
                .data("owner", instance.name().value()));
      }
    }
  }

  private static boolean isDefault(KeySpec key, Argument argument) {
    YamlValue value = argument.value().resolved();
    return Values.isNull(value)
        || (value instanceof YamlValue.Scalar scalar && scalar.text().equals(key.defaultText()));
  }

  private static boolean isBlockShapeOfOthers(Instance instance, Argument argument) {
    Optional<GroupType> type = instance.groupType();
    return argument.key().value().equals("kwargs")
        && type.isPresent()
        && type.get() != GroupType.BLOCKS;
  }

  private void report(Instance instance, Argument argument, String label, String cause) {
    String key = argument.key().value();
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNREAD_SETTING,
                argument.key().span(),
                Words.code(key)
                    + " of "
                    + Words.code(instance.name().value(), 30)
                    + " has no effect")
            .saying(label)
            .cause(cause)
            .data("key", key)
            .data("owner", instance.name().value());
    layout
        .removal(argument.span())
        .ifPresent(edit -> finding.help(Help.safe("remove it", List.of(edit))));
    out.add(finding);
  }
}

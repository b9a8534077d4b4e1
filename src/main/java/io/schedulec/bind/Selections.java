package io.schedulec.bind;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.ValueType;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.selector.SelectorText;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts names in the place of the selectors of a schedule. */
public final class Selections {
  /** The keys that hold names in every class that has them. */
  private static final List<String> USUAL =
      List.of("weights", "levels", "thresholds", "sensitivities", "reg_regims");

  private static final String LEVELS = "levels";

  private final Schedule schedule;
  private final ModelFacts facts;

  private Selections(Schedule schedule, ModelFacts facts) {
    this.schedule = schedule;
    this.facts = facts;
  }

  /**
   * The schedule with names in the place of its selectors. What is wrong with one is reported, and
   * the list that it stands in is left out of all later checks.
   */
  public static Selected resolve(Schedule schedule, ModelFacts facts, Consumer<Diagnostic> out) {
    Selections selections = new Selections(schedule, facts);
    return selections.any() ? selections.resolve(out) : new Selected(schedule, List.of());
  }

  private boolean any() {
    for (Instance instance : schedule.instances()) {
      for (Argument argument : instance.arguments().values()) {
        if (named(instance, argument) && any(argument.value())) {
          return true;
        }
      }
    }
    for (Policy policy : schedule.policies()) {
      if (levels(policy).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the value of a key holds names of parameters; in an unknown class, if it sounds so. The
   * names of a map are read whatever its values are.
   */
  private static boolean named(Instance instance, Argument argument) {
    String name = argument.key().value();
    if (instance.spec().isEmpty()) {
      return argument.valid() && USUAL.contains(name);
    }
    Optional<KeySpec> key = instance.spec().get().key(name);
    boolean map = argument.value().resolved() instanceof YamlValue.Mapping;
    return key.isPresent()
        && ((argument.valid() && key.get().type() instanceof ValueType.Weights)
            || (map && key.get().type() instanceof ValueType.ParamMap));
  }

  private boolean any(YamlValue value) {
    YamlValue target = value.resolved();
    if (target instanceof YamlValue.Sequence list) {
      for (YamlValue item : list.items()) {
        if (item.resolved() instanceof YamlValue.Scalar text && is(text.text())) {
          return true;
        }
      }
    } else if (target instanceof YamlValue.Mapping map) {
      for (YamlValue.Entry entry : map.entries()) {
        if (is(entry.key().text())) {
          return true;
        }
      }
    }
    return target instanceof YamlValue.Scalar text && is(text.text());
  }

  /** A parameter's name stays a name, whatever signs it has. */
  private boolean is(String text) {
    return SelectorText.is(text)
        && !text.equals("*")
        && (!facts.present() || facts.names().find(text).isEmpty());
  }

  private Selected resolve(Consumer<Diagnostic> out) {
    SelectorResolver resolver = new SelectorResolver(schedule, facts, this::is);
    List<Instance> instances = new ArrayList<>();
    for (Instance instance : schedule.instances()) {
      instances.add(instance(instance, resolver, instance.used() ? out : finding -> {}));
    }
    List<Policy> policies = new ArrayList<>();
    for (Policy policy : schedule.policies()) {
      policies.add(policy(policy, instances, resolver, out));
    }
    return new Selected(schedule.with(instances, policies), resolver.selections());
  }

  private Instance instance(
      Instance instance, SelectorResolver resolver, Consumer<Diagnostic> out) {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    instance
        .arguments()
        .forEach(
            (key, argument) -> {
              boolean selects = named(instance, argument) && any(argument.value());
              arguments.put(key, selects ? resolver.resolve(argument, out) : argument);
            });
    return instance.with(arguments);
  }

  private Policy policy(
      Policy policy,
      List<Instance> instances,
      SelectorResolver resolver,
      Consumer<Diagnostic> out) {
    Map<String, Argument> args = new LinkedHashMap<>(policy.args());
    levels(policy).ifPresent(levels -> args.put(LEVELS, resolver.resolve(levels, out)));
    return policy.with(policy.target().map(target -> same(target, instances)), args);
  }

  /** The levels that a policy gives its pruner, if there are selectors in them. */
  private Optional<Argument> levels(Policy policy) {
    Argument levels = policy.args().get(LEVELS);
    return levels != null
            && levels.value().resolved() instanceof YamlValue.Mapping
            && any(levels.value())
        ? Optional.of(levels)
        : Optional.empty();
  }

  private static Instance same(Instance target, List<Instance> instances) {
    for (Instance instance : instances) {
      boolean named = instance.name().equals(target.name());
      if (named && instance.section() == target.section()) {
        return instance;
      }
    }
    return target;
  }
}

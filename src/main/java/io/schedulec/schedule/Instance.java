package io.schedulec.schedule;

import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.GroupType;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Thinning;
import io.schedulec.catalog.Trait;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named pruner, regularizer, quantizer, learning-rate schedule or extension.
 *
 * @param section where it is defined
 * @param name its name
 * @param span from its name to the end of its last value
 * @param spec its class; empty if the class is unknown or belongs to another section
 * @param className the class as written
 * @param arguments its keys, {@code class} left out; a value of the wrong type answers to no
 *     accessor
 * @param used whether a policy schedules it
 */
public record Instance(
    Section section,
    Spanned<String> name,
    Span span,
    Optional<ClassSpec> spec,
    Optional<Spanned<String>> className,
    Map<String, Argument> arguments,
    boolean used) {
  private static final YamlValue NONE = new YamlValue.Missing(Span.at(0, 0));

  /** Copies the arguments, in their order. */
  public Instance {
    arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** The same instance with other arguments. */
  public Instance with(Map<String, Argument> others) {
    return new Instance(section, name, span, spec, className, others, used);
  }

  /** Whether its class is known and has a property. */
  public boolean has(Trait trait) {
    return spec.isPresent() && spec.get().has(trait);
  }

  /** The entry of a key, whatever its value is. */
  public Optional<Argument> argument(String key) {
    return Optional.ofNullable(arguments.get(key));
  }

  /** A number. */
  public Optional<Spanned<Double>> real(String key) {
    return Values.real(value(key));
  }

  /** A whole number. */
  public Optional<Spanned<Integer>> integer(String key) {
    return Values.integer(value(key));
  }

  /** A word or text. */
  public Optional<Spanned<String>> text(String key) {
    return Values.text(value(key));
  }

  /** A truth value. */
  public Optional<Spanned<Boolean>> truth(String key) {
    return Values.truth(value(key));
  }

  /** The numbers of a list; empty if it is no list of numbers. */
  public List<Spanned<Double>> reals(String key) {
    return Values.reals(value(key));
  }

  /** The whole numbers of {@code kwargs.block_shape}; empty unless there are four. */
  public List<Spanned<Integer>> blockShape() {
    if (!(value("kwargs") instanceof YamlValue.Mapping map)) {
      return List.of();
    }
    Optional<YamlValue.Entry> shape = map.entry("block_shape");
    return shape.isPresent() ? Values.integers(shape.get().value().resolved()) : List.of();
  }

  /** The names under {@code weights}. */
  public Optional<WeightList> weights() {
    Argument weights = arguments.get("weights");
    return weights == null || !weights.valid() ? Optional.empty() : WeightLists.of(weights);
  }

  /** The key whose value is a map of parameter names, e.g. {@code levels}. */
  public Optional<Argument> parameterMap() {
    for (Argument argument : arguments.values()) {
      if (isParameterMap(argument)) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  /** The parameter names that are keys of its map, {@code '*'} left out. */
  public List<Spanned<String>> parameterKeys() {
    return ParameterValue.names(parameterValues());
  }

  /** The entries of its map of parameter names, {@code '*'} among them. */
  public List<ParameterValue> parameterValues() {
    Optional<Argument> map = parameterMap();
    return map.isPresent() ? ParameterValue.all(map.get()) : List.of();
  }

  /** The structures it removes, if it ranks structures. */
  public Optional<GroupType> groupType() {
    if (has(Trait.ALWAYS_FILTERS)) {
      return Optional.of(GroupType.FILTERS);
    }
    Optional<Spanned<String>> word = text("group_type");
    return word.isPresent() ? GroupType.of(word.get().value()) : Optional.empty();
  }

  /**
   * Whether it says {@code group_dependency: Leader}, or a word that is no choice and has been
   * reported: the only word that it can stand for is Leader.
   */
  public boolean leader() {
    Argument argument = arguments.get("group_dependency");
    if (argument != null && !argument.valid()) {
      return !Values.isNull(argument.value().resolved());
    }
    Optional<Spanned<String>> word = text("group_dependency");
    return word.isPresent() && word.get().value().equals("Leader");
  }

  /** What it cuts out, if it thins. */
  public Optional<Thinning> thinning() {
    Optional<Spanned<String>> word = text("thinning_func_str");
    return has(Trait.THINS) && word.isPresent()
        ? Thinning.of(word.get().value())
        : Optional.empty();
  }

  private boolean isParameterMap(Argument argument) {
    String key = argument.key().value();
    boolean map =
        key.equals("levels")
            || key.equals("thresholds")
            || key.equals("sensitivities")
            || key.equals("reg_regims");
    return map && spec.isPresent() && spec.get().key(key).isPresent();
  }

  private YamlValue value(String key) {
    Argument argument = arguments.get(key);
    return argument == null || !argument.valid() ? NONE : argument.value().resolved();
  }
}

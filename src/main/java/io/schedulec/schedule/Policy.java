package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When one instance acts.
 *
 * @param index its place in the list of policies, from 0
 * @param span the whole item, without its dash
 * @param kind the section that its reference key refers to
 * @param referenceSpan the entry {@code instance_name: x}; the reference key if there is none
 * @param instanceName the name it refers to, if it is given
 * @param target the instance; empty if there is none of that name
 * @param timing when it acts; empty if that could not be read
 * @param args the settings under {@code args}
 */
public record Policy(
    int index,
    Span span,
    Section kind,
    Span referenceSpan,
    Optional<Spanned<String>> instanceName,
    Optional<Instance> target,
    Optional<Timing> timing,
    Map<String, Argument> args) {
  /** Copies the settings, in their order. */
  public Policy {
    args = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(args));
  }

  /** The same policy of an instance that has changed, with other settings. */
  public Policy with(Optional<Instance> other, Map<String, Argument> settings) {
    return new Policy(index, span, kind, referenceSpan, instanceName, other, timing, settings);
  }

  /** Whether a setting under {@code args} is switched on. */
  public boolean flag(String name) {
    Argument argument = args.get(name);
    return argument != null
        && argument.valid()
        && Values.truth(argument.value().resolved()).map(Spanned::value).orElse(false);
  }

  /** A whole number under {@code args}. */
  public Optional<Spanned<Integer>> integerArg(String name) {
    Argument argument = args.get(name);
    return argument == null || !argument.valid()
        ? Optional.empty()
        : Values.integer(argument.value().resolved());
  }

  /** The value of a setting under {@code args}. */
  public Optional<YamlValue> arg(String name) {
    Argument argument = args.get(name);
    return argument == null ? Optional.empty() : Optional.of(argument.value().resolved());
  }

  /** The entries of {@code args.levels}, {@code '*'} among them; none if it is no map. */
  public List<ParameterValue> levels() {
    Argument levels = args.get("levels");
    return levels == null ? List.of() : ParameterValue.all(levels);
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads when a policy acts. */
final class TimingReader {
  private static final List<KeySpec> WINDOW =
      List.of(PolicyShape.START, PolicyShape.END, PolicyShape.FREQUENCY);

  private final TimingFindings findings;
  private final ValueChecker values;

  TimingReader(TimingFindings findings, ValueChecker values) {
    this.findings = findings;
    this.values = values;
  }

  /**
   * The timing of a policy.
   *
   * @param meant timing keys that are there under another spelling, and reported
   */
  Optional<Timing> read(
      YamlValue.Mapping policy, YamlValue.Entry entry, Reference reference, Set<String> meant) {
    Subject subject = subject(reference);
    if (!reference.nested().isEmpty()) {
      findings.nested(policy, entry, reference.nested(), isTimed(policy));
      return new Keys(policy, reference.nested()).complete() || isTimed(policy)
          ? timing(new Keys(policy, reference.nested()), subject, meant, false)
          : Optional.empty();
    }
    Keys keys = new Keys(policy, List.of());
    if (!keys.complete() && meant.isEmpty()) {
      findings.missing(policy, entry, keys.missing(), subject);
      return Optional.empty();
    }
    return timing(keys, subject, meant, true);
  }

  private static Subject subject(Reference reference) {
    boolean named = reference.name().isPresent();
    return new Subject("", named ? reference.name().get().value() : "", true);
  }

  private static boolean isTimed(YamlValue.Mapping policy) {
    return new Keys(policy, List.of()).complete();
  }

  private Optional<Timing> timing(Keys keys, Subject subject, Set<String> meant, boolean loud) {
    Optional<YamlValue.Entry> epochs = keys.entry(PolicyShape.EPOCHS);
    if (epochs.isPresent()) {
      if (loud) {
        both(epochs.get(), keys);
      }
      return epochs(epochs.get(), subject.below("epochs"));
    }
    return meant.isEmpty() ? window(keys, subject) : Optional.empty();
  }

  private void both(YamlValue.Entry epochs, Keys keys) {
    List<YamlValue.Entry> window = keys.ofWindow();
    if (!window.isEmpty()) {
      findings.both(epochs, window);
    }
  }

  private Optional<Timing> epochs(YamlValue.Entry entry, Subject subject) {
    if (!values.check(entry.value(), PolicyShape.EPOCHS, subject)) {
      return Optional.empty();
    }
    List<Spanned<Integer>> epochs = Values.integers(entry.value().resolved());
    return epochs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Timing.Epochs(entry.span(), epochs));
  }

  private Optional<Timing> window(Keys keys, Subject subject) {
    Optional<Spanned<Integer>> start = number(keys, PolicyShape.START, subject);
    Optional<Spanned<Integer>> end = number(keys, PolicyShape.END, subject);
    Optional<Spanned<Integer>> frequency = frequency(keys, subject);
    if (start.isEmpty() || end.isEmpty() || frequency.isEmpty()) {
      return Optional.empty();
    }
    Span startEntry = keys.span(PolicyShape.START);
    Span endEntry = keys.span(PolicyShape.END);
    Span frequencyEntry = keys.span(PolicyShape.FREQUENCY);
    Timing.Window window =
        new Timing.Window(
            startEntry.to(endEntry).to(frequencyEntry),
            start.get(),
            end.get(),
            frequency.get(),
            startEntry,
            endEntry,
            frequencyEntry);
    return fires(window, subject) ? Optional.of(window) : Optional.empty();
  }

  private boolean fires(Timing.Window window, Subject subject) {
    int epochs = window.end().value() - window.start().value();
    if (epochs <= 0) {
      findings.emptyWindow(window, subject);
      return false;
    }
    if (window.frequency().value() > epochs) {
      findings.rareWindow(window, subject);
      return false;
    }
    return true;
  }

  private Optional<Spanned<Integer>> number(Keys keys, KeySpec key, Subject subject) {
    Optional<YamlValue.Entry> entry = keys.entry(key);
    boolean valid =
        entry.isPresent() && values.check(entry.get().value(), key, subject.below(key.name()));
    return valid ? Values.integer(entry.get().value().resolved()) : Optional.empty();
  }

  private Optional<Spanned<Integer>> frequency(Keys keys, Subject subject) {
    Optional<YamlValue.Entry> entry = keys.entry(PolicyShape.FREQUENCY);
    Optional<Spanned<Integer>> number =
        entry.isPresent() ? Values.integer(entry.get().value().resolved()) : Optional.empty();
    if (number.isPresent() && number.get().value() <= 0) {
      findings.noFrequency(number.get(), subject);
      return Optional.empty();
    }
    return number(keys, PolicyShape.FREQUENCY, subject);
  }

  /** The timing keys of a policy, those beside the reference first. */
  private record Keys(YamlValue.Mapping policy, List<YamlValue.Entry> nested) {

    Optional<YamlValue.Entry> entry(KeySpec key) {
      Optional<YamlValue.Entry> found = policy.entry(key.name());
      for (YamlValue.Entry entry : nested) {
        if (found.isEmpty() && entry.key().text().equals(key.name())) {
          found = Optional.of(entry);
        }
      }
      return found;
    }

    Span span(KeySpec key) {
      return entry(key).orElseThrow().span();
    }

    boolean complete() {
      return entry(PolicyShape.EPOCHS).isPresent() || missing().isEmpty();
    }

    List<String> missing() {
      List<String> missing = new ArrayList<>();
      for (KeySpec key : WINDOW) {
        if (entry(key).isEmpty()) {
          missing.add(key.name());
        }
      }
      return missing;
    }

    List<YamlValue.Entry> ofWindow() {
      List<YamlValue.Entry> window = new ArrayList<>();
      for (KeySpec key : WINDOW) {
        policy.entry(key.name()).ifPresent(window::add);
      }
      return window;
    }
  }
}

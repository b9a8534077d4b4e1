package io.schedulec.ide;

import io.schedulec.analysis.Snapshot;
import io.schedulec.catalog.Section;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.Policy;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.Drift;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of contents of a schedule. */
public final class Symbols {
  private final Schedule schedule;
  private final Drift drift;

  private Symbols(Schedule schedule, Drift drift) {
    this.schedule = schedule;
    this.drift = drift;
  }

  /** Sections with their instances and policies, as the text last had them. */
  public static List<Symbol> of(Snapshot snapshot) {
    Optional<Schedule> schedule = snapshot.readable().schedule();
    return schedule.isPresent()
        ? new Symbols(schedule.get(), snapshot.drift()).sections()
        : List.of();
  }

  private List<Symbol> sections() {
    List<Symbol> symbols = new ArrayList<>();
    for (YamlValue.Entry entry : schedule.root().entries()) {
      if (!entry.merged()) {
        symbols.add(section(entry));
      }
    }
    return symbols;
  }

  private Symbol section(YamlValue.Entry entry) {
    String key = entry.key().text();
    List<Symbol> parts = new ArrayList<>();
    if (key.equals(Language.POLICIES)) {
      schedule.policies().forEach(p -> parts.add(policy(p)));
    }
    Optional<Section> section = Section.ofKey(key);
    if (section.isPresent()) {
      schedule.instances(section.get()).forEach(i -> parts.add(instance(i)));
    }
    return symbol(key, Symbol.Kind.SECTION, "", entry.span(), entry.key().span(), parts);
  }

  private Symbol instance(Instance instance) {
    List<Symbol> weights = new ArrayList<>();
    for (Spanned<String> name : Names.of(instance)) {
      // Names that are written elsewhere, behind an alias, are parts of what stands there.
      if (instance.span().contains(name.span())) {
        weights.add(
            symbol(name.value(), Symbol.Kind.WEIGHT, "", name.span(), name.span(), List.of()));
      }
    }
    String detail = instance.className().map(Spanned::value).orElse("");
    Span name = instance.name().span();
    return symbol(
        instance.name().value(), Symbol.Kind.INSTANCE, detail, instance.span(), name, weights);
  }

  private Symbol policy(Policy policy) {
    Optional<Spanned<String>> name = policy.instanceName();
    String title = name.map(Spanned::value).orElse(policy.kind().reference());
    String detail = policy.timing().map(Epochs::of).orElse("");
    boolean whole = policy.span().contains(policy.referenceSpan());
    Span selection = whole ? policy.referenceSpan() : policy.span();
    return symbol(title, Symbol.Kind.POLICY, detail, policy.span(), selection, List.of());
  }

  private Symbol symbol(
      String name,
      Symbol.Kind kind,
      String detail,
      Span span,
      Span selection,
      List<Symbol> children) {
    Span whole = drift.newer(span);
    Span inside = drift.newer(selection);
    String title = name.isBlank() ? "(no name)" : name;
    return new Symbol(
        title, kind, detail, whole.to(inside), whole.contains(inside) ? inside : whole, children);
  }
}

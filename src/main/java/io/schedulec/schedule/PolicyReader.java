package io.schedulec.schedule;

import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the list of policies. */
final class PolicyReader {
  private static final Section[] TESTED = Section.values();

  private final Uses uses;
  private final PolicyFindings findings;
  private final ReferenceReader references;
  private final TimingReader timings;

  PolicyReader(Findings out, Layout layout, Uses uses) {
    this.uses = uses;
    this.findings = new PolicyFindings(out, layout);
    ValueChecker values = new ValueChecker(out, layout);
    this.references = new ReferenceReader(findings, values, uses);
    this.timings = new TimingReader(new TimingFindings(out, layout), values);
  }

  /** The policies whose kind can be told. */
  List<PolicyDraft> read(YamlValue.Sequence list) {
    List<PolicyDraft> drafts = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      YamlValue item = list.items().get(i);
      if (item.resolved() instanceof YamlValue.Mapping mapping) {
        Optional<PolicyDraft> draft = policy(i, item.span(), mapping);
        if (draft.isPresent()) {
          drafts.add(draft.get());
        }
      } else {
        uses.addUnknown();
        findings.noMap(item);
      }
    }
    return drafts;
  }

  private Optional<PolicyDraft> policy(int index, Span span, YamlValue.Mapping policy) {
    List<YamlValue.Entry> found = references(policy);
    if (found.isEmpty()) {
      return guess(index, span, policy);
    }
    YamlValue.Entry first = found.get(0);
    for (YamlValue.Entry other : found.subList(1, found.size())) {
      findings.second(first, other);
      Section section = Section.ofReference(other.key().text()).orElseThrow();
      references.markUsed(section, other);
    }
    Section kind = Section.ofReference(first.key().text()).orElseThrow();
    return Optional.of(draft(index, span, policy, first, kind));
  }

  /** The reference keys, in the order in which the trainer looks for them. */
  private static List<YamlValue.Entry> references(YamlValue.Mapping policy) {
    List<YamlValue.Entry> found = new ArrayList<>();
    for (Section section : TESTED) {
      Optional<YamlValue.Entry> entry = policy.entry(section.reference());
      if (entry.isPresent()) {
        found.add(entry.get());
      }
    }
    return found;
  }

  private PolicyDraft draft(
      int index, Span span, YamlValue.Mapping policy, YamlValue.Entry entry, Section kind) {
    Reference reference = references.read(kind, entry, policy);
    Set<String> meant = otherKeys(policy, entry, kind);
    Optional<Timing> timing = timings.read(policy, entry, reference, meant);
    return new PolicyDraft(index, span, kind, reference, timing);
  }

  /** Reports keys that mean nothing beside a reference; the timing keys that were meant. */
  private Set<String> otherKeys(YamlValue.Mapping policy, YamlValue.Entry reference, Section kind) {
    Set<String> meant = new HashSet<>();
    for (YamlValue.Entry entry : policy.entries()) {
      String key = entry.key().text();
      boolean known =
          Section.ofReference(key).isPresent()
              || isTiming(key)
              || key.equals(reference.key().text())
              || isMisplacedName(key, reference);
      if (!known) {
        findings.unknown(entry, policy, kind).ifPresent(meant::add);
      }
    }
    return meant;
  }

  private static boolean isMisplacedName(String key, YamlValue.Entry reference) {
    return Values.isNull(reference.value().resolved())
        && (key.equals("instance_name") || key.equals("args"));
  }

  static boolean isTiming(String key) {
    return key.equals(PolicyShape.EPOCHS.name())
        || key.equals(PolicyShape.START.name())
        || key.equals(PolicyShape.END.name())
        || key.equals(PolicyShape.FREQUENCY.name());
  }

  /** A policy without a reference key: perhaps one is misspelled. */
  private Optional<PolicyDraft> guess(int index, Span span, YamlValue.Mapping policy) {
    for (YamlValue.Entry entry : policy.entries()) {
      Optional<Section> meant = meant(entry);
      if (meant.isPresent()) {
        findings.unknownReference(entry, meant);
        return Optional.of(draft(index, span, policy, entry, meant.get()));
      }
    }
    uses.addUnknown();
    Optional<YamlValue.Entry> reference = holdsName(policy);
    if (reference.isPresent()) {
      findings.unknownReference(reference.get(), Optional.empty());
    } else {
      findings.noReference(policy);
    }
    return Optional.empty();
  }

  private static Optional<Section> meant(YamlValue.Entry entry) {
    if (isTiming(entry.key().text())) {
      return Optional.empty();
    }
    Map<String, Section> words = new java.util.LinkedHashMap<>();
    for (Section section : TESTED) {
      words.put(section.reference(), section);
      words.put(section.key(), section);
    }
    return KeyNames.meant(entry.key().text(), words.keySet()).map(words::get);
  }

  private static Optional<YamlValue.Entry> holdsName(YamlValue.Mapping policy) {
    for (YamlValue.Entry entry : policy.entries()) {
      if (entry.value().resolved() instanceof YamlValue.Mapping mapping
          && mapping.entry("instance_name").isPresent()) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}

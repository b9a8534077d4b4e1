package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.yaml.YamlDocument;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a schedule by the catalogue. */
public final class ScheduleReader {
  private final YamlDocument document;
  private final Findings out;
  private final Layout layout;
  private final SectionFindings sections;
  private final InstanceReader reader;
  private final List<Instance> instances = new ArrayList<>();
  private final Set<Section> holes = EnumSet.noneOf(Section.class);
  private Optional<YamlValue.Entry> policies = Optional.empty();

  private ScheduleReader(YamlDocument document, Consumer<Diagnostic> out) {
    this.document = document;
    this.out = new Findings(out);
    this.layout = new Layout(document.source());
    this.sections = new SectionFindings(this.out, layout);
    this.reader = new InstanceReader(this.out, layout);
  }

  /** The schedule of a document; every mistake of the language is reported once. */
  public static Schedule read(YamlDocument document, Consumer<Diagnostic> out) {
    ScheduleReader reader = new ScheduleReader(document, out);
    Schedule schedule = reader.read();
    if (schedule.fileKind() == FileKind.SCHEDULE) {
      new Dates(reader.out).check(document.root());
    }
    return schedule;
  }

  private Schedule read() {
    FileKind kind = FileKinds.of(document.root());
    if (kind == FileKind.LAYER_LIST || kind == FileKind.ACTIVATION_STATISTICS) {
      sections.otherFile(document.root(), kind);
      return schedule(kind, List.of(), List.of());
    }
    for (YamlValue.Entry entry : document.root().entries()) {
      section(entry);
    }
    checkQuantizers();
    if (kind == FileKind.QUANTIZER_CONFIG) {
      sections.quantizerConfig(document.root());
      return schedule(kind, instances, List.of());
    }
    return readPolicies(kind);
  }

  private Schedule schedule(FileKind kind, List<Instance> instances, List<Policy> policies) {
    return new Schedule(
        document.source(), kind, document.root(), instances, policies, document.directives());
  }

  private void section(YamlValue.Entry entry) {
    String key = entry.key().text();
    Optional<Section> known = Section.ofKey(key);
    if (known.isPresent()) {
      instances(known.get(), entry);
    } else if (key.equals("policies")) {
      policies = Optional.of(entry);
    } else if (!key.equals("version")) {
      unknownSection(entry);
    }
  }

  /** A misspelled section is read as the one that was meant, unless that one is there too. */
  private void unknownSection(YamlValue.Entry entry) {
    Optional<String> meant = sections.unknown(entry, document.root());
    if (meant.isEmpty() || document.root().entry(meant.get()).isPresent()) {
      return;
    }
    if (meant.get().equals("policies")) {
      policies = Optional.of(entry);
    } else {
      Section.ofKey(meant.get()).ifPresent(section -> instances(section, entry));
    }
  }

  private void instances(Section section, YamlValue.Entry entry) {
    if (entry.value().resolved() instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry instance : mapping.entries()) {
        instance(section, instance);
      }
      return;
    }
    holes.add(section);
    if (!(entry.value().resolved() instanceof YamlValue.Broken)) {
      sections.noMap(section, entry, document.root());
    }
  }

  /** An alias that cannot be expanded has been reported, and nothing else is known of it. */
  private void instance(Section section, YamlValue.Entry entry) {
    if (entry.value().resolved() instanceof YamlValue.Broken) {
      holes.add(section);
    } else {
      instances.add(reader.read(section, entry));
    }
  }

  private void checkQuantizers() {
    Optional<Instance> first = Optional.empty();
    for (Instance instance : instances) {
      if (instance.section() == Section.QUANTIZERS) {
        if (first.isPresent()) {
          sections.secondQuantizer(first.get(), instance);
          return;
        }
        first = Optional.of(instance);
      }
    }
  }

  private Schedule readPolicies(FileKind kind) {
    if (policies.isEmpty()) {
      sections.noPolicies(document.root());
      return schedule(kind, instances, List.of());
    }
    YamlValue value = policies.get().value().resolved();
    if (!(value instanceof YamlValue.Sequence list)) {
      if (!(value instanceof YamlValue.Broken)) {
        sections.policiesNoList(policies.get());
      }
      return schedule(kind, instances, List.of());
    }
    Uses uses = new Uses();
    List<PolicyDraft> drafts = new PolicyReader(out, layout, uses).read(list);
    Linker linker = new Linker(out, instances, holes, uses);
    List<Policy> linked = linker.link(drafts);
    for (Instance instance : instances) {
      sections.notSchedulable(instance);
    }
    return schedule(kind, linker.instances(), linked);
  }
}

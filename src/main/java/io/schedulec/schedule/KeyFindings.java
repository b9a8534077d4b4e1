package io.schedulec.schedule;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the keys of an instance with those of its class. */
final class KeyFindings {
  private static final String REFUSED =
      "The trainer stops while loading: `ValueError: ... does not accept the following arguments`.";

  private final Findings out;
  private final Layout layout;

  KeyFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** Reports keys that the class does not have, and those that it needs. */
  void check(Instance instance, ClassSpec spec, YamlValue.Mapping mapping) {
    Optional<ClassSpec> other = OtherClass.fitting(instance, spec);
    if (other.isPresent()) {
      otherClass(instance, spec, other.get());
      return;
    }
    Set<String> meant = new HashSet<>();
    boolean retired = false;
    for (YamlValue.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!key.equals("class") && spec.key(key).isEmpty()) {
        retired |= unknown(instance, spec, entry, meant);
      }
    }
    List<String> missing = missing(instance, spec, meant);
    if (!missing.isEmpty() && !retired) {
      out.accept(missing(instance, spec, missing));
    }
  }

  private static List<String> missing(Instance instance, ClassSpec spec, Set<String> meant) {
    List<String> missing = new ArrayList<>();
    for (KeySpec key : spec.keys()) {
      boolean given = instance.arguments().containsKey(key.name()) || meant.contains(key.name());
      if (key.required() && !given) {
        missing.add(key.name());
      }
    }
    return missing;
  }

  private Diagnostic missing(Instance instance, ClassSpec spec, List<String> missing) {
    Spanned<String> name = instance.name();
    List<String> lines = new ArrayList<>();
    for (String key : missing) {
      lines.add(key + ": " + spec.key(key).map(k -> k.type().describe()).orElse(""));
    }
    String which =
        missing.size() < 3 ? Words.list(missing, "and") : missing.size() + " required keys";
    return Diagnostic.at(
            DiagnosticKind.MISSING_KEY,
            name.span(),
            "the "
                + instance.section().reference()
                + " "
                + Words.code(name.value(), 36)
                + " lacks "
                + which)
        .saying(Words.code(spec.name()) + " needs " + Words.list(missing, "and"))
        .cause(
            "The trainer stops while loading: `TypeError: __init__() missing "
                + missing.size()
                + (missing.size() == 1
                    ? " required positional argument`."
                    : " required positional arguments`."))
        .help(Help.advice("add what is missing", lines.toArray(new String[0])))
        .data("owner", name.value())
        .data("class", spec.name())
        .data("missing", missing)
        .build();
  }

  /** Reports an unknown key; whether it belongs to an old form of the class. */
  private boolean unknown(
      Instance instance, ClassSpec spec, YamlValue.Entry entry, Set<String> meant) {
    String key = entry.key().text();
    if (isInjected(key, instance.section())) {
      injected(instance, entry);
      return false;
    }
    List<String> free = free(instance, spec);
    Optional<String> near = isForeign(key) ? Optional.empty() : KeyNames.meant(key, free);
    Optional<Retired> retired = Retired.ofKey(key, instance.section());
    near.ifPresent(meant::add);
    Diagnostic.Builder finding = unknown(spec, entry);
    if (retired.isPresent()) {
      retired(finding, entry, retired.get(), meant);
    } else if (near.isPresent()) {
      finding
          .data("similar", near.get())
          .help(
              Help.unsafe(
                  "a key with a similar name exists: `" + near.get() + "`",
                  List.of(new Edit(entry.key().span(), near.get()))));
    } else {
      others(finding, entry, free);
    }
    out.add(finding);
    return retired.isPresent();
  }

  /** All keys are those of another class, so the class is what is wrong. */
  private void otherClass(Instance instance, ClassSpec spec, ClassSpec other) {
    Argument first = OtherClass.firstUnknown(instance, spec).orElseThrow();
    Spanned<String> name = instance.className().orElseThrow();
    out.add(
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_KEY,
                first.key().span(),
                Words.code(first.key().value(), 36) + " is not a key of " + Words.code(spec.name()))
            .saying("not accepted by this class")
            .label(name.span(), "the class")
            .cause(REFUSED)
            .help(
                Help.unsafe(
                    "all keys here are those of " + Words.code(other.name()),
                    List.of(new Edit(name.span(), other.name()))))
            .data("key", first.key().value())
            .data("class", spec.name()));
  }

  /** Whether a key is spelled right, and one of other classes. */
  private static boolean isForeign(String key) {
    return !Catalog.accepting(key).isEmpty();
  }

  private static Diagnostic.Builder unknown(ClassSpec spec, YamlValue.Entry entry) {
    String key = entry.key().text();
    return Diagnostic.at(
            DiagnosticKind.UNKNOWN_KEY,
            entry.key().span(),
            Words.code(key, 36) + " is not a key of " + Words.code(spec.name()))
        .saying("not accepted by this class")
        .cause(REFUSED)
        .data("key", key)
        .data("class", spec.name());
  }

  private static void retired(
      Diagnostic.Builder finding, YamlValue.Entry entry, Retired retired, Set<String> meant) {
    finding.note(retired.sentence());
    if (!retired.replacement().isEmpty()) {
      meant.add(retired.replacement());
      finding.help(
          Help.unsafe(
              "write `" + retired.replacement() + "`",
              List.of(new Edit(entry.key().span(), retired.replacement()))));
    }
  }

  private void others(Diagnostic.Builder finding, YamlValue.Entry entry, List<String> free) {
    List<String> owners = new ArrayList<>();
    for (ClassSpec other : Catalog.accepting(entry.key().text())) {
      owners.add(other.name());
    }
    if (!owners.isEmpty()) {
      finding.note("the key is one of " + Words.list(owners, "and"));
    }
    if (!free.isEmpty()) {
      finding.note("keys that are not set here: " + Words.list(free, "and"));
    }
    layout
        .removal(entry.span())
        .ifPresent(edit -> finding.help(Help.unsafe("remove the key", List.of(edit))));
  }

  /** The keys of the class that the instance does not give. */
  private static List<String> free(Instance instance, ClassSpec spec) {
    List<String> free = new ArrayList<>();
    for (KeySpec key : spec.keys()) {
      if (!instance.arguments().containsKey(key.name())) {
        free.add(key.name());
      }
    }
    return free;
  }

  private static boolean isInjected(String key, Section section) {
    return switch (key) {
      case "model", "name" -> true;
      case "optimizer" -> section == Section.QUANTIZERS || section == Section.LR_SCHEDULERS;
      case "last_epoch" -> section == Section.LR_SCHEDULERS;
      default -> false;
    };
  }

  private void injected(Instance instance, YamlValue.Entry entry) {
    String key = entry.key().text();
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_KEY,
                entry.key().span(),
                "`" + key + "` of " + Words.code(instance.name().value(), 30) + " has no effect")
            .severity(Severity.WARNING)
            .saying("the trainer sets it itself")
            .cause("The trainer overwrites it, whatever is written here, and says nothing.")
            .data("key", key)
            .data("class", instance.spec().map(ClassSpec::name).orElse(""));
    layout
        .removal(entry.span())
        .ifPresent(edit -> finding.help(Help.safe("remove the line", List.of(edit))));
    out.add(finding);
  }
}

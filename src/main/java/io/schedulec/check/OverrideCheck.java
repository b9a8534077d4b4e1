package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.PythonPattern;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** SC417: settings for modules whose pattern matches none. */
final class OverrideCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Optional<Set<String>> modules = Optional.empty();
    for (Instance instance : schedule.schedule().instances(Section.QUANTIZERS)) {
      Optional<Argument> overrides = instance.argument("overrides");
      if (overrides.isPresent()
          && instance.spec().isPresent()
          && overrides.get().value().resolved() instanceof YamlValue.Mapping map) {
        modules = modules.or(() -> Optional.of(modules(schedule)));
        for (YamlValue.Entry entry : map.entries()) {
          check(schedule, instance, entry, modules.get()).ifPresent(out);
        }
      }
    }
  }

  /** The modules that the graph still tells of, and those that hold them. */
  private static Set<String> modules(BoundSchedule schedule) {
    Set<String> modules = new TreeSet<>();
    if (schedule.facts().present()) {
      for (Parameter parameter : schedule.facts().graph().parameters()) {
        add(modules, parameter.layer());
      }
      for (Node node : schedule.facts().graph().nodes()) {
        add(modules, node.scope());
      }
    }
    return modules;
  }

  private static void add(Set<String> modules, String module) {
    for (int end = module.length(); end > 0; end = module.lastIndexOf('.', end - 1)) {
      modules.add(module.substring(0, end));
    }
  }

  private static Optional<Diagnostic> check(
      BoundSchedule schedule, Instance instance, YamlValue.Entry entry, Set<String> modules) {
    String text = entry.key().text();
    PythonPattern pattern = PythonPattern.of(text);
    if (pattern.broken()) {
      return Optional.of(broken(instance, entry));
    }
    if (modules.contains(text)) {
      return Optional.empty();
    }
    Optional<Diagnostic> name = parameterName(schedule, instance, entry);
    if (name.isPresent() || modules.isEmpty() || pattern.mayMatch(modules)) {
      return name;
    }
    return Optional.of(unmatched(schedule, instance, entry, modules));
  }

  private static Diagnostic broken(Instance instance, YamlValue.Entry entry) {
    return finding(instance, entry, " is no regular expression")
        .severity(Severity.ERROR)
        .saying("a star or a bracket stands where it cannot")
        .cause("The trainer stops while it prepares the model: `re.error`.")
        .help(Help.advice("write `.*` for any characters and `\\.` for a dot"))
        .build();
  }

  /** A name as {@code weights} would list it: of a parameter, or of a wrapped module. */
  private static Optional<Diagnostic> parameterName(
      BoundSchedule schedule, Instance instance, YamlValue.Entry entry) {
    String text = entry.key().text();
    int start = 0;
    for (String prefix : List.of("module.", "module\\.")) {
      start = text.startsWith(prefix) ? prefix.length() : start;
    }
    int end = text.length();
    for (String suffix : List.of("\\.weight", ".weight", "\\.bias", ".bias")) {
      end = end == text.length() && text.endsWith(suffix) ? end - suffix.length() : end;
    }
    if ((start == 0 && end == text.length()) || start >= end) {
      return Optional.empty();
    }
    boolean parameter = end < text.length();
    Diagnostic.Builder finding =
        finding(instance, entry, parameter ? " names a parameter, not a module" : MODULE)
            .saying("matches no module")
            .cause(
                parameter
                    ? "The trainer compares it with names of modules, which have no `.weight`, and"
                        + " says nothing."
                    : "The trainer takes the first `module.` off the names of modules before it"
                        + " compares, and says nothing.");
    String source = schedule.source().text(entry.key().span());
    String name = text.substring(start, end);
    if (source.contains(text)) {
      finding.help(
          Help.unsafe(
              "write the name of the module",
              List.of(new Edit(entry.key().span(), source.replace(text, name)))));
    }
    return Optional.of(finding.build());
  }

  private static final String MODULE = " begins with `module.`, which no name does";

  private static Diagnostic unmatched(
      BoundSchedule schedule, Instance instance, YamlValue.Entry entry, Set<String> modules) {
    String text = entry.key().text();
    Diagnostic.Builder finding =
        finding(instance, entry, " matches no module of the model")
            .saying("compared with whole names")
            .cause("The trainer passes it over, and the modules keep the usual settings.");
    String meant = text.replace(".*", "*").replace("*", ".*");
    boolean glob = !meant.equals(text) && matches(meant, modules);
    String source = schedule.source().text(entry.key().span());
    if (glob && source.contains(text)) {
      Span span = entry.key().span();
      finding
          .note("a star repeats the character before it; `.*` stands for any characters")
          .help(
              Help.unsafe(
                  "write `.*` for any characters",
                  List.of(new Edit(span, source.replace(text, meant)))));
    } else {
      finding.help(Help.advice("names are like " + example(modules)));
    }
    return finding.build();
  }

  private static boolean matches(String text, Set<String> modules) {
    PythonPattern pattern = PythonPattern.of(text);
    return !pattern.broken() && pattern.mayMatch(modules);
  }

  private static String example(Set<String> modules) {
    String longest = "";
    for (String module : modules) {
      longest = module.length() > longest.length() ? module : longest;
    }
    return "`" + longest + "`";
  }

  private static Diagnostic.Builder finding(
      Instance instance, YamlValue.Entry entry, String message) {
    String text = entry.key().text();
    String shown = text.length() > 40 ? text.substring(0, 39) + "…" : text;
    return Diagnostic.at(
            DiagnosticKind.OVERRIDE_UNMATCHED,
            entry.key().span(),
            "the override `" + shown + "`" + message)
        .data("owner", instance.name().value())
        .data("pattern", text);
  }
}

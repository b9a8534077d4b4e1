package io.schedulec.mutation;

import io.schedulec.analysis.Analysis;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.KeySpec;
import io.schedulec.mutation.Entries.Instance;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every slip of the listed kinds in a schedule that has no mistake. */
final class Mutants {
  private final Entries entries;
  private final BoundSchedule bound;
  private final Set<String> parameters;
  private final List<Mutant> all = new ArrayList<>();

  private Mutants(Analysis analysis) {
    this.entries = new Entries(analysis);
    this.bound = analysis.bound().orElseThrow();
    this.parameters = new HashSet<>(bound.facts().names().names());
  }

  static List<Mutant> of(Analysis analysis) {
    Mutants mutants = new Mutants(analysis);
    mutants.entries.instances().forEach(mutants::instance);
    mutants.entries.policies().forEach(mutants::policy);
    mutants.sections();
    mutants.lines();
    return mutants.all;
  }

  private void add(String kind, String codes, String text) {
    if (!text.equals(entries.text())) {
      all.add(new Mutant(kind, codes, text));
    }
  }

  private void add(String kind, String codes, Optional<String> text) {
    text.ifPresent(t -> add(kind, codes, t));
  }

  private void replace(String kind, String codes, YamlValue value, String by) {
    add(kind, codes, entries.replaced(value.span(), by));
  }

  /** Slips in the YAML of some lines. */
  private void lines() {
    String text = entries.text();
    int at = 0;
    for (int line = 0; at < text.length(); line++) {
      int end = entries.lineEnd(at);
      String written = text.substring(at, end);
      int colon = written.indexOf(": ");
      if (line % 5 == 3 && colon > 0 && !written.contains("#") && !written.contains("\"")) {
        Span gap = Span.at(at + colon + 1, 1);
        add("tab for a space", "SC001", entries.replaced(gap, "\t"));
        if (!written.contains("{")) {
          add("no space after a colon", "SC001|SC406", entries.replaced(gap, ""));
        }
        boolean indented = written.startsWith("  ");
        add("tab indentation", "SC001", indented ? entries.replaced(Span.at(at, 2), "\t") : text);
      }
      if (line % 5 == 1 && written.stripTrailing().endsWith("]") && !written.contains("#")) {
        int last = at + written.stripTrailing().length();
        add("tab after a value", "SC001", entries.replaced(Span.at(last, 0), "\t"));
      }
      at = end;
    }
  }

  private void sections() {
    for (YamlValue.Entry section : entries.root().entries()) {
      if (section.key().text().equals("version")) {
        continue;
      }
      String codes = section.key().text().equals("policies") ? "SC40[145]|SC004" : "SC401|SC306";
      for (String typo : typos(section.key().text())) {
        replace("typo in a section", codes, section.key(), typo);
      }
      add("section without content", "SC40[0-9]|SC004", emptied(section));
    }
  }

  private Optional<String> emptied(YamlValue.Entry section) {
    Span span = section.value().span();
    return section.value() instanceof YamlValue.Mapping
        ? Optional.of(entries.replaced(span, "null"))
        : Optional.empty();
  }

  private void instance(Instance instance) {
    boolean used = !entries.policiesOf(instance).isEmpty();
    add("instance given twice", "SC002", twiceNamed(instance));
    instance.key("class").ifPresent(this::classes);
    for (YamlValue.Entry key : instance.keys().entries()) {
      if (!key.merged()) {
        key(instance, key);
      }
    }
    if (used) {
      typo(instance.entry().key(), "typo in an instance", "SC306|SC305");
    }
    pruner(instance);
    numbers(instance);
    if (used) {
      list(instance);
      byName(instance);
      overlap(instance);
    }
  }

  private Optional<String> twiceNamed(Instance instance) {
    int start = entries.lineStart(instance.entry().span().start());
    Span lines = new Span(start, entries.lineEnd(instance.entry().span().end()));
    String written = entries.written(lines);
    boolean alone = written.strip().startsWith(entries.written(instance.entry().key().span()));
    return alone && written.endsWith("\n") && !written.contains("&")
        ? Optional.of(entries.replaced(lines, written + written))
        : Optional.empty();
  }

  private void classes(YamlValue.Entry entry) {
    for (String typo : typos(Entries.word(entry.value()))) {
      if (Catalog.find(typo).isEmpty()) {
        replace("typo in a class", "SC402", entry.value(), typo);
      }
    }
  }

  private void typo(YamlValue value, String kind, String codes) {
    for (String typo : typos(entries.written(value.span()))) {
      replace(kind, codes, value, typo);
    }
  }

  private void key(Instance instance, YamlValue.Entry key) {
    String name = key.key().text();
    for (String typo : typos(name)) {
      replace("typo in a key", "SC40[45]", key.key(), typo);
    }
    add("key given twice", "SC002", entries.twice(instance.keys(), key));
    boolean merges = instance.keys().entries().stream().anyMatch(YamlValue.Entry::merged);
    if (!merges && (name.equals("class") || required(instance, name))) {
      add("required key removed", "SC405", entries.without(instance.keys(), key));
    }
  }

  private void pruner(Instance instance) {
    Optional<YamlValue.Entry> dependency = instance.key("group_dependency");
    dependency.ifPresent(
        entry -> {
          add("Leader removed", "SC205", entries.without(instance.keys(), entry));
          for (String word : List.of("leader", "true", "Laeder", "Follower")) {
            replace("wrong group dependency", "SC40[68]", entry.value(), word);
          }
        });
    instance
        .key("group_type")
        .ifPresent(
            entry -> {
              String word = Entries.word(entry.value());
              for (String wrong :
                  List.of(word.toLowerCase(java.util.Locale.ROOT), word + "s", "1")) {
                if (!wrong.equals(word)) {
                  replace("misspelt group type", "SC40[68]", entry.value(), wrong);
                }
              }
              String other = word.equals("Channels") ? "Filters" : "Channels";
              if (entries.root().entry("extensions").isPresent()) {
                replace("other group type", "SC[234]..", entry.value(), other);
              }
              replace("other group type", "SC4..", entry.value(), "Blocks");
            });
  }

  private void numbers(Instance instance) {
    for (YamlValue.Entry key : instance.keys().entries()) {
      if (!key.merged() && key.value() instanceof YamlValue.Scalar scalar) {
        scalar.number().ifPresent(number -> number(instance, key, scalar, number));
      }
    }
    Optional<YamlValue.Entry> first = instance.key("initial_sparsity");
    Optional<YamlValue.Entry> last = instance.key("final_sparsity");
    if (first.isPresent() && last.isPresent()) {
      String start = entries.written(first.get().value().span());
      String end = entries.written(last.get().value().span());
      replace("ramp that does not rise", "SC407", last.get().value(), start);
      replace("ramp that does not rise", "SC407", first.get().value(), end);
    }
  }

  private static boolean required(Instance instance, String key) {
    Optional<KeySpec> spec = Catalog.find(instance.kind()).flatMap(c -> c.key(key));
    return spec.isPresent() && spec.get().required();
  }

  private void number(
      Instance instance, YamlValue.Entry key, YamlValue.Scalar scalar, double number) {
    String written = entries.written(scalar.span());
    replace("quoted number", "SC406", scalar, "'" + written + "'");
    replace("no number", "SC406", scalar, "x");
    if (required(instance, key.key().text())) {
      replace("no value", "SC40[56]", scalar, "");
    }
    replace("number in brackets", "SC406", scalar, "[" + written + "]");
    if (key.key().text().endsWith("sparsity")) {
      String percent = String.valueOf(Math.round(number * 100));
      replace("percent", "SC406", scalar, percent + "%");
      replace("percent", "SC407", scalar, percent);
      String minus = written.startsWith(".") ? "-0" : "-";
      replace("negative share", "SC407", scalar, number == 0 ? "-0.5" : minus + written);
      replace("scientific without a dot", "SC406", scalar, Math.round(number * 10) + "e-1");
    }
  }

  private void list(Instance instance) {
    Optional<YamlValue.Entry> weights = instance.key("weights");
    if (weights.isEmpty()
        || !(weights.get().value() instanceof YamlValue.Sequence list)
        || list.items().isEmpty()) {
      return;
    }
    Optional<BoundPruner> pruner = bound(instance);
    boolean structures = pruner.isPresent() && pruner.get().structure().isPresent();
    boolean chain = structures && pruner.get().leader() && list.items().size() > 1;
    for (YamlValue item : list.items()) {
      name(item, "SC101|SC102");
      if (chain) {
        add("member dropped", "SC20[1256]", entries.without(list, item));
        neighbours(pruner.get(), item);
      }
    }
    if (list.items().size() == 1 && list.items().get(0) instanceof YamlValue.Scalar only) {
      whole("list as a string", "SC4..", weights.get(), entries.written(only.span()));
    }
    String first = Entries.word(list.items().get(0));
    whole("list as a map", "SC4..", weights.get(), "{" + first + ": 0.5}");
    whole("empty list", "SC4..", weights.get(), "[]");
  }

  /** In the line of the key. */
  private void whole(String kind, String codes, YamlValue.Entry entry, String by) {
    int colon = entries.text().indexOf(':', entry.key().span().end());
    add(kind, codes, entries.replaced(new Span(colon + 1, entry.value().span().end()), " " + by));
  }

  private Optional<BoundPruner> bound(Instance instance) {
    return bound.pruners().stream().filter(p -> p.name().equals(instance.name())).findFirst();
  }

  private void neighbours(BoundPruner pruner, YamlValue item) {
    Set<String> listed = new HashSet<>();
    pruner.weights().forEach(w -> listed.add(w.name()));
    int tried = 0;
    String prefix = Entries.word(item).startsWith("module.") ? "module." : "";
    boolean filters = pruner.prunes(Structure.FILTERS);
    for (String other : bound.facts().names().names()) {
      boolean near = other.endsWith("weight") && other.contains("conv") && !listed.contains(other);
      if (near && tried < 3 && filters) {
        replace("member swapped", "SC2..|SC301|SC410", item, prefix + other);
        tried++;
      }
    }
  }

  private void name(YamlValue item, String codes) {
    String name = Entries.word(item);
    String plain = name.startsWith("module.") ? name.substring(7) : name;
    for (String typo : typos(plain)) {
      if (!parameters.contains(typo)) {
        replace(
            "typo in a weight",
            codes,
            item,
            name.substring(0, name.length() - plain.length()) + typo);
      }
    }
    replace("wrong prefix", codes, item, "net." + name);
    if (name.endsWith(".weight")) {
      replace("layer for a weight", codes, item, name.substring(0, name.length() - 7));
    }
  }

  private void byName(Instance instance) {
    for (YamlValue.Entry key : instance.keys().entries()) {
      boolean map = List.of("levels", "sensitivities", "reg_regims").contains(key.key().text());
      if (!map || key.merged() || !(key.value() instanceof YamlValue.Mapping names)) {
        continue;
      }
      for (YamlValue.Entry entry : names.entries()) {
        if (!entry.key().text().equals("*")) {
          name(entry.key(), "SC101|SC102");
        }
        add("parameter given twice", "SC002", entries.twice(names, entry));
        if (entry.value() instanceof YamlValue.Scalar scalar && scalar.number().isPresent()) {
          replace("quoted number", "SC406", scalar, "'" + entries.written(scalar.span()) + "'");
        }
      }
    }
  }

  /** A copy of a pruner under another name that acts when it does. */
  private void overlap(Instance instance) {
    List<YamlValue.Mapping> policies = entries.policiesOf(instance);
    if (!instance.section().equals("pruners") || policies.isEmpty()) {
      return;
    }
    Optional<String> twice = twiceNamed(instance);
    YamlValue.Mapping policy = policies.get(0);
    int start = entries.lineStart(policy.span().start());
    Span lines = new Span(start, entries.lineEnd(policy.span().end()));
    String written = entries.written(lines);
    if (twice.isEmpty() || !written.endsWith("\n")) {
      return;
    }
    Span key = instance.entry().key().span();
    String second =
        written.replaceAll(
            "instance_name *: *['\"]?" + instance.name() + "\\b['\"]?", "instance_name: other");
    String text =
        entries.text().substring(0, lines.end()) + second + entries.text().substring(lines.end());
    Span copied =
        new Span(entries.lineStart(key.start()), entries.lineEnd(instance.entry().span().end()));
    String copy = entries.written(copied);
    int at = key.start() - copied.start();
    String renamed = copy.substring(0, at) + "other" + copy.substring(at + key.length());
    if (copied.end() <= lines.start()) {
      add(
          "overlap",
          "SC301",
          text.substring(0, copied.end()) + renamed + text.substring(copied.end()));
    }
  }

  private void policy(YamlValue.Mapping policy) {
    for (YamlValue.Entry entry : policy.entries()) {
      String key = entry.key().text();
      if (entry.value() instanceof YamlValue.Mapping map
          && map.entry("instance_name").isPresent()) {
        reference(entry, map.entry("instance_name").get());
      } else {
        for (String typo : typos(key)) {
          replace("typo in a policy", "SC30[78]|SC404", entry.key(), typo);
        }
        add("timing removed", "SC308", entries.without(policy, entry));
      }
    }
    policy.entry("epochs").ifPresent(epochs -> epochs(policy, epochs));
    if (policy.entry("frequency").isPresent()) {
      window(policy);
    }
    add("policy removed", "SC30[0-9]|SC31.|SC32.", removed(policy));
  }

  /** The only policy of its instance; without one of several it is another valid schedule. */
  private Optional<String> removed(YamlValue.Mapping policy) {
    String name = Entries.reference(policy);
    if (entries.policies().stream().filter(p -> Entries.reference(p).equals(name)).count() > 1) {
      return Optional.empty();
    }
    Optional<YamlValue.Entry> list = entries.root().entry("policies");
    if (list.isPresent()
        && list.get().value() instanceof YamlValue.Sequence items
        && !items.flow()
        && items.items().size() > 1) {
      return entries.without(items, policy);
    }
    return Optional.empty();
  }

  private void reference(YamlValue.Entry entry, YamlValue.Entry name) {
    for (String typo : typos(entry.key().text())) {
      replace("typo in a policy", "SC307", entry.key(), typo);
    }
    for (String typo : typos(Entries.word(name.value()))) {
      replace("typo in a reference", "SC306", name.value(), typo);
    }
    replace("typo in a reference", "SC30[67]|SC404", name.key(), "instance");
    replace("reference as a word", "SC30[67]|SC406", entry.value(), Entries.word(name.value()));
  }

  private void epochs(YamlValue.Mapping policy, YamlValue.Entry epochs) {
    if (!(epochs.value() instanceof YamlValue.Sequence list) || list.items().isEmpty()) {
      return;
    }
    YamlValue first = list.items().get(0);
    String written = entries.written(first.span());
    if (!written.matches("\\d{1,4}")) {
      return;
    }
    replace("epochs that are no list", "SC308|SC40.", list, written);
    replace("epochs that are no list", "SC308|SC40.", list, "[]");
    replace("epoch that is no number", "SC308|SC40.", first, "'" + written + "'");
    replace("epoch that is no number", "SC308|SC40.", first, "-" + (1 + Integer.parseInt(written)));
    String reference = Entries.reference(policy);
    boolean thins =
        entries.instances().stream()
            .anyMatch(i -> i.section().equals("extensions") && i.name().equals(reference));
    if (thins && list.items().size() == 1) {
      thinner(list);
    }
  }

  /** Thinning at a time when some pruner has not finished, or none has begun. */
  private void thinner(YamlValue.Sequence list) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (BoundPruner pruner : bound.pruners()) {
      if (pruner.structure().isPresent()) {
        for (var policy : pruner.policies()) {
          first = Math.min(first, policy.timing().first());
          last = Math.max(last, policy.timing().last());
        }
      }
    }
    if (last > first) {
      replace("thinned too early", "SC3..", list, "[" + first + "]");
      replace("thinned too early", "SC3..", list, "[" + (last - 1) + "]");
    }
    if (first > 0 && last >= 0) {
      replace("thinned before all", "SC3..", list, "[" + (first - 1) + "]");
    }
  }

  private void window(YamlValue.Mapping policy) {
    Optional<YamlValue.Entry> start = policy.entry("starting_epoch");
    Optional<YamlValue.Entry> end = policy.entry("ending_epoch");
    YamlValue frequency = policy.entry("frequency").get().value();
    if (start.isEmpty() || end.isEmpty()) {
      return;
    }
    String from = Entries.word(start.get().value());
    String to = Entries.word(end.get().value());
    if (!from.matches("\\d{1,4}") || !to.matches("\\d{1,4}")) {
      return;
    }
    int span = Integer.parseInt(to) - Integer.parseInt(from);
    replace("window that is empty", "SC309", start.get().value(), to);
    replace("window that is empty", "SC309", end.get().value(), from);
    replace("negative epoch", "SC309|SC308|SC407", start.get().value(), "-1");
    replace("frequency beyond the window", "SC309", frequency, String.valueOf(span + 1));
    replace("frequency of 0", "SC309|SC308|SC407", frequency, "0");
    if (ramped(Entries.reference(policy))) {
      replace("frequency of the whole window", "SC303|SC309", frequency, String.valueOf(span));
    }
  }

  private boolean ramped(String name) {
    return entries.instances().stream()
        .anyMatch(i -> i.name().equals(name) && i.key("final_sparsity").isPresent());
  }

  /** A word with a letter lost, two letters exchanged, a letter doubled. */
  static List<String> typos(String word) {
    List<String> typos = new ArrayList<>();
    if (word.length() > 2) {
      int at = word.length() / 2;
      typos.add(word.substring(0, at) + word.substring(at + 1));
      typos.add(word.substring(0, at) + word.charAt(at) + word.substring(at));
      int last = word.length() - 1;
      if (word.charAt(last) != word.charAt(last - 1)) {
        typos.add(word.substring(0, last - 1) + word.charAt(last) + word.charAt(last - 1));
      }
    } else {
      typos.add(word + "x");
    }
    typos.remove(word);
    return typos;
  }
}

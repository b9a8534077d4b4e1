package io.schedulec.ide;

import io.schedulec.analysis.Snapshot;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.ValueType;
import io.schedulec.schedule.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be written at a place, best first. */
public final class Completions {
  private static final String CLASS = "class";
  private static final String CLASS_DOC = "What the instance is, spelled exactly so.";

  private final Snapshot snapshot;
  private final Caret caret;
  private final Optional<ClassSpec> spec;
  private final List<Suggestion> found = new ArrayList<>();

  private Completions(Snapshot snapshot, Caret caret) {
    this.snapshot = snapshot;
    this.caret = caret;
    this.spec = spec();
  }

  /** The suggestions at an offset of the text, whether it can be parsed or not. */
  public static List<Suggestion> at(Snapshot snapshot, int offset) {
    Optional<Caret> caret = Caret.at(snapshot.source(), offset);
    return caret.isPresent() ? new Completions(snapshot, caret.get()).all() : List.of();
  }

  private List<Suggestion> all() {
    List<String> path = caret.path();
    if (path.isEmpty()) {
      sections();
    } else if (caret.inValue() && caret.is(3) && path.get(2).equals(CLASS)) {
      classes();
    } else if (caret.inValue() && caret.is(4, Language.POLICIES) && named("instance_name")) {
      Section.ofReference(path.get(2)).ifPresent(this::instances);
    } else {
      if (!caret.inValue()) {
        keys();
      }
      Language.type(path, spec).ifPresent(this::values);
    }
    return apart();
  }

  /** The suggestions, with a blank where the caret stands directly behind a colon or dash. */
  private List<Suggestion> apart() {
    int start = caret.token().start();
    char before = start == 0 ? '\n' : snapshot.source().text().charAt(start - 1);
    boolean touches = before == ':' || (before == '-' && caret.dash());
    return touches ? found.stream().map(s -> s.behind(" ")).toList() : found;
  }

  private boolean named(String key) {
    return caret.path().get(caret.path().size() - 1).equals(key);
  }

  /** The class of the instance around the caret. */
  private Optional<ClassSpec> spec() {
    if (caret.path().size() < 2) {
      return Optional.empty();
    }
    Optional<Section> section = Section.ofKey(caret.path().get(0));
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> written = caret.beside(2, CLASS);
    return written.isPresent()
        ? Catalog.find(section.get(), written.get())
        : instance(section.get(), caret.path().get(1)).flatMap(Instance::spec);
  }

  private Optional<Instance> instance(Section section, String name) {
    return snapshot.readable().schedule().flatMap(s -> s.instance(section, name));
  }

  private void sections() {
    for (Language.Part part : Language.parts()) {
      if (!caret.given().contains(part.key())) {
        add(part.key(), Suggestion.Kind.SECTION, "", part.doc(), part.key() + colon());
      }
    }
  }

  private void classes() {
    Optional<Section> section = Section.ofKey(caret.path().get(0));
    for (ClassSpec each : section.map(Catalog::classes).orElse(List.of())) {
      String markdown = ClassCards.markdown(each);
      add(each.name(), Suggestion.Kind.CLASS, "", markdown, each.name());
    }
  }

  private void instances(Section section) {
    List<String> used = new ArrayList<>();
    for (Row row : caret.rows()) {
      if (row.key().equals("instance_name")) {
        used.add(row.value());
      }
    }
    List<String> names = new ArrayList<>();
    for (Row row : caret.rows()) {
      if (row.under(section.key()) && !row.key().isEmpty()) {
        names.add(row.key());
      }
    }
    snapshot.readable().schedule().stream()
        .flatMap(s -> s.instances(section).stream())
        .map(i -> i.name().value())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    names.stream().filter(name -> !used.contains(name)).forEach(n -> instanceNamed(section, n));
    names.stream().filter(used::contains).forEach(n -> instanceNamed(section, n));
  }

  private void instanceNamed(Section section, String name) {
    Optional<ClassSpec> of = instance(section, name).flatMap(Instance::spec);
    String detail = of.map(ClassSpec::name).orElse("");
    add(name, Suggestion.Kind.INSTANCE, detail, of.map(ClassSpec::doc).orElse(""), name);
  }

  private void keys() {
    boolean policies = caret.is(1, Language.POLICIES);
    List<String> map = policies ? List.of(Language.POLICIES, Caret.ITEM) : caret.path();
    boolean instance = map.size() == 2 && Section.ofKey(map.get(0)).isPresent();
    if (instance && !caret.given().contains(CLASS)) {
      add(CLASS, Suggestion.Kind.KEY, "required", CLASS_DOC, CLASS + colon());
    }
    if (map.equals(List.of(Language.POLICIES, Caret.ITEM))) {
      references();
    }
    Language.keys(map, spec).forEach(this::key);
  }

  /** A policy has one reference. */
  private void references() {
    for (Section section : Section.values()) {
      if (caret.given().contains(section.reference())) {
        return;
      }
    }
    for (Section section : Section.values()) {
      String text = dash() + section.reference() + colon();
      add(section.reference(), Suggestion.Kind.KEY, "", section.doc(), text);
    }
  }

  private void key(KeySpec key) {
    if (!caret.given().contains(key.name())) {
      String text = dash() + key.name() + colon();
      add(key.name(), Suggestion.Kind.KEY, ClassCards.detail(key), ClassCards.markdown(key), text);
    }
  }

  private void values(ValueType type) {
    if (type instanceof ValueType.Weights) {
      boolean bare = caret.inValue();
      found.addAll(new WeightNames(snapshot, caret).all(bare ? "[" : dash(), bare ? "]" : ""));
    } else if (type instanceof ValueType.ParamMap && !caret.inValue()) {
      found.addAll(new WeightNames(snapshot, caret).all("", colon()));
    } else if (type instanceof ValueType.ListOf list && !caret.inValue()) {
      words(list.item());
    } else {
      words(type);
    }
  }

  private void words(ValueType type) {
    for (String word : Language.words(type)) {
      add(word, Suggestion.Kind.WORD, "", "", dash() + word);
    }
  }

  /** A dash where the caret stands in a list but in no item of it. */
  private String dash() {
    boolean list =
        caret.is(1, Language.POLICIES)
            || Language.type(caret.path(), spec)
                .filter(t -> t instanceof ValueType.Weights || t instanceof ValueType.ListOf)
                .isPresent();
    return list && !caret.inValue() && !caret.dash() ? "- " : "";
  }

  /** The colon of a key, unless it is there. */
  private String colon() {
    String text = snapshot.source().text();
    int end = caret.token().end();
    return end < text.length() && text.charAt(end) == ':' ? "" : ": ";
  }

  private void add(
      String label, Suggestion.Kind kind, String detail, String documentation, String text) {
    String typed = caret.typed().toLowerCase(Locale.ROOT);
    if (label.toLowerCase(Locale.ROOT).contains(typed)) {
      found.add(new Suggestion(label, kind, detail, documentation, caret.token(), text));
    }
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Nearest;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what is wrong with an instance as a whole, or with its class. */
final class ClassFindings {
  private final Findings out;
  private final Layout layout;

  ClassFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** An instance that is no map. */
  void noMap(Section section, YamlValue.Entry entry) {
    boolean nothing = Values.isNull(entry.value().resolved());
    String name = Words.code(entry.key().text());
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                nothing ? entry.key().span() : layout.firstLine(entry.value().span()),
                "the " + section.reference() + " " + name + " is " + kind(entry, nothing))
            .saying("must be a map with `class` and the keys of that class")
            .cause(
                "The trainer stops while loading: `AttributeError: 'str' object has no attribute"
                    + " 'pop'`, or the same of another type.")
            .data("key", entry.key().text())
            .data("expected", "a map");
    if (nothing) {
      finding.help(Help.advice("indent its keys below it"));
    }
    out.add(finding);
  }

  private static String kind(YamlValue.Entry entry, boolean nothing) {
    return nothing ? "empty" : Words.kind(entry.value()) + ", not a map";
  }

  /** A second instance made of one map. */
  void aliased(YamlValue.Entry entry, YamlValue.Alias alias, Span first) {
    String name = Words.code(entry.key().text());
    Edit edit = new Edit(alias.span(), "{<<: *" + alias.name() + "}");
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                alias.span(),
                name + " is an alias of a whole instance, which can be built only once")
            .saying("the same map again")
            .label(first, "built from this map first")
            .cause(
                "The trainer takes `class` out of the map for the first instance and stops at the"
                    + " second: `KeyError: 'class'`.")
            .help(Help.safe("merge the keys into a map of its own", List.of(edit)))
            .data("key", entry.key().text())
            .data("expected", "a map of its own"));
  }

  /** An instance without a class. */
  void missing(Section section, YamlValue.Entry entry, YamlValue.Mapping mapping) {
    for (YamlValue.Entry key : mapping.entries()) {
      if (isMeantAsClass(section, key)) {
        misspelled(entry, key);
        return;
      }
    }
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.MISSING_KEY,
                entry.key().span(),
                "the "
                    + section.reference()
                    + " "
                    + Words.code(entry.key().text())
                    + " has no `class`")
            .saying("its keys cannot be checked without it")
            .cause("The trainer stops while loading: `KeyError: 'class'`.")
            .data("owner", entry.key().text())
            .data("missing", List.of("class"));
    candidates(section, mapping).ifPresent(finding::help);
    out.add(finding);
  }

  private static boolean isMeantAsClass(Section section, YamlValue.Entry key) {
    String word = key.key().text();
    boolean near = word.equalsIgnoreCase("class") || Nearest.distance(word, "class") <= 1;
    Optional<Spanned<String>> value = Values.text(key.value().resolved());
    return near || (value.isPresent() && Catalog.find(section, value.get().value()).isPresent());
  }

  private void misspelled(YamlValue.Entry entry, YamlValue.Entry key) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_KEY,
                key.key().span(),
                Words.code(key.key().text())
                    + " of "
                    + Words.code(entry.key().text(), 30)
                    + " is not a key; the class is named by `class`")
            .saying("must be `class`")
            .cause("The trainer stops while loading: `KeyError: 'class'`.")
            .help(Help.safe("write `class`", List.of(new Edit(key.key().span(), "class"))))
            .data("key", key.key().text())
            .data("accepted", List.of("class")));
  }

  /** The classes that take every key of an instance. */
  private static Optional<Help> candidates(Section section, YamlValue.Mapping mapping) {
    List<String> names = new ArrayList<>();
    for (ClassSpec spec : Catalog.classes(section)) {
      boolean takesAll = true;
      for (YamlValue.Entry key : mapping.entries()) {
        takesAll &= spec.key(key.key().text()).isPresent();
      }
      if (takesAll) {
        names.add(spec.name());
      }
    }
    return names.isEmpty() || names.size() > 4
        ? Optional.empty()
        : Optional.of(Help.advice("these keys are those of " + Words.list(names, "or")));
  }

  /** A class that is no name. */
  void noName(YamlValue.Entry entry, YamlValue value) {
    boolean nothing = Values.isNull(value.resolved());
    out.add(
        Diagnostic.at(
                nothing ? DiagnosticKind.MISSING_KEY : DiagnosticKind.WRONG_TYPE,
                layout.firstLine(value.span()),
                "`class` of "
                    + Words.code(entry.key().text())
                    + (nothing ? " has no value" : " is " + Words.kind(value)))
            .saying("must be the name of a class")
            .cause("The trainer stops while loading: `ValueError: Class named ... does not exist`.")
            .data("owner", entry.key().text())
            .data("missing", List.of("class")));
  }

  /** A class that the section does not have. */
  void unknown(Section section, Spanned<String> name) {
    Optional<ClassSpec> elsewhere = Catalog.find(name.value());
    if (elsewhere.isPresent()) {
      wrongSection(section, name, elsewhere.get());
      return;
    }
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_CLASS,
                name.span(),
                "there is no class " + Words.code(name.value(), 60))
            .saying("no " + section.reference() + " class has this name")
            .cause("The trainer stops while loading: `ValueError: Class named ... does not exist`.")
            .data("class", name.value());
    Optional<Retired> retired = Retired.ofClass(name.value());
    if (retired.isPresent()) {
      retired(finding, name, retired.get());
    } else {
      near(finding, section, name);
    }
    out.add(finding);
  }

  private static void retired(Diagnostic.Builder finding, Spanned<String> name, Retired retired) {
    finding.note(retired.sentence());
    if (!retired.replacement().isEmpty()) {
      finding
          .data("similar", retired.replacement())
          .help(
              Help.unsafe(
                  "write " + Words.code(retired.replacement()) + " and adapt its keys",
                  List.of(new Edit(name.span(), retired.replacement()))));
    }
  }

  private static void near(Diagnostic.Builder finding, Section section, Spanned<String> name) {
    List<String> names = Catalog.names(section);
    Optional<String> near = KeyNames.meantClass(name.value(), names);
    if (near.isEmpty()) {
      other(finding, section, name);
      return;
    }
    List<Edit> edits = List.of(new Edit(name.span(), near.get()));
    boolean spelling = near.get().equalsIgnoreCase(name.value());
    finding
        .data("similar", near.get())
        .help(
            spelling
                ? Help.safe("write `" + near.get() + "`; upper and lower case count", edits)
                : Help.unsafe("a class with a similar name exists: `" + near.get() + "`", edits));
  }

  /** No class of the section is near; one of another section may be. */
  private static void other(Diagnostic.Builder finding, Section section, Spanned<String> name) {
    for (Section other : Section.values()) {
      Optional<String> near = Nearest.of(name.value(), Catalog.names(other));
      if (near.isPresent()) {
        finding
            .data("similar", near.get())
            .help(Help.advice("`" + near.get() + "` is a class of `" + other.key() + "`"));
        return;
      }
    }
    finding.help(
        Help.advice(
            "the " + section.reference() + " classes are",
            Catalog.names(section).toArray(new String[0])));
  }

  private void wrongSection(Section section, Spanned<String> name, ClassSpec spec) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.CLASS_SECTION,
                name.span(),
                Words.code(name.value()) + " is a class of `" + spec.section().key() + "`")
            .saying("this section is `" + section.key() + "`")
            .cause(
                "The trainer builds it and stops at the first firing: `AttributeError: ... object"
                    + " has no attribute 'set_param_mask'`, or a like message.")
            .help(
                Help.advice(
                    "move the instance to `"
                        + spec.section().key()
                        + ":` and refer to it by `"
                        + spec.section().reference()
                        + ":`"))
            .data("class", name.value())
            .data("section", section.key())
            .data("belongs", spec.section().key()));
  }
}

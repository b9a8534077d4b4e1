package io.schedulec.check;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Target;
import io.schedulec.catalog.Section;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC103: names that the original trainer's way to wrap the model does not give. */
final class NameWrappingCheck implements Check {
  private static final String WHOLE = "module.";
  private static final String FEATURES = "features.";

  /** Which part of the model a name says is wrapped by DataParallel. */
  private enum Wrapping {
    NOTHING("without `module.`"),
    MODEL("with `module.` in front"),
    BLOCK("with `features.module.`");

    private final String words;

    Wrapping(String words) {
      this.words = words;
    }
  }

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    if (schedule.target() != Target.DISTILLER || schedule.prefix().isPresent()) {
      return;
    }
    Map<Wrapping, List<Spanned<String>>> names = names(schedule);
    if (names.size() > 1) {
      out.accept(mixed(schedule, names));
    } else if (names.containsKey(Wrapping.MODEL) && wrapsFeatures(schedule)) {
      out.accept(whole(schedule, names.get(Wrapping.MODEL)));
    }
  }

  /** The names that mean a parameter; a name outside of a wrapped block says nothing. */
  private static Map<Wrapping, List<Spanned<String>>> names(BoundSchedule schedule) {
    Map<Wrapping, List<Spanned<String>>> names = new EnumMap<>(Wrapping.class);
    List<Spanned<String>> outside = new ArrayList<>();
    Set<Span> seen = new HashSet<>();
    for (Instance instance : schedule.schedule().instances()) {
      for (Spanned<String> name :
          instance.used() ? written(instance) : List.<Spanned<String>>of()) {
        Optional<Wrapping> wrapping = wrapping(name.value());
        boolean known = schedule.facts().names().find(name.value()).isPresent();
        if (!known || wrapping.isEmpty() || !seen.add(name.span())) {
          continue;
        }
        boolean in = wrapping.get() != Wrapping.NOTHING || name.value().startsWith(FEATURES);
        (in ? names.computeIfAbsent(wrapping.get(), w -> new ArrayList<>()) : outside).add(name);
      }
    }
    if (!outside.isEmpty() && !names.containsKey(Wrapping.BLOCK)) {
      names.computeIfAbsent(Wrapping.NOTHING, w -> new ArrayList<>()).addAll(outside);
    }
    return names;
  }

  private static List<Spanned<String>> written(Instance instance) {
    List<Spanned<String>> names = new ArrayList<>(instance.parameterKeys());
    boolean pruner = instance.section() == Section.PRUNERS;
    instance
        .weights()
        .filter(w -> pruner)
        .ifPresent(w -> w.items().forEach(i -> names.add(i.name())));
    return names;
  }

  private static Optional<Wrapping> wrapping(String name) {
    if (NameIndex.plain(name).equals(name)) {
      return Optional.of(Wrapping.NOTHING);
    }
    if (name.startsWith(FEATURES + WHOLE)) {
      return Optional.of(Wrapping.BLOCK);
    }
    return name.startsWith(WHOLE) ? Optional.of(Wrapping.MODEL) : Optional.empty();
  }

  /** Of these architectures, by their names, the trainer wraps only the block of convolutions. */
  private static boolean wrapsFeatures(BoundSchedule schedule) {
    List<String> names = new ArrayList<>(List.of(schedule.facts().graph().name()));
    schedule
        .course()
        .firstThinnings()
        .forEach(t -> t.instance().text("arch").ifPresent(a -> names.add(a.value())));
    boolean block =
        schedule.facts().names().names().stream()
            .anyMatch(n -> NameIndex.plain(n).startsWith(FEATURES));
    return block && names.stream().anyMatch(NameWrappingCheck::known);
  }

  private static boolean known(String architecture) {
    String name = architecture.toLowerCase(Locale.ROOT);
    return name.startsWith("alexnet") || name.startsWith("vgg");
  }

  private static Diagnostic mixed(
      BoundSchedule schedule, Map<Wrapping, List<Spanned<String>>> names) {
    Wrapping most = Wrapping.NOTHING;
    List<String> counts = new ArrayList<>();
    for (Map.Entry<Wrapping, List<Spanned<String>>> entry : names.entrySet()) {
      int count = entry.getValue().size();
      most = count > names.getOrDefault(most, List.of()).size() ? entry.getKey() : most;
      counts.add(count + " " + entry.getKey().words);
    }
    List<Spanned<String>> odd = new ArrayList<>();
    for (Map.Entry<Wrapping, List<Spanned<String>>> entry : names.entrySet()) {
      odd.addAll(entry.getKey() == most ? List.of() : entry.getValue());
    }
    odd.sort((a, b) -> a.span().compareTo(b.span()));
    Spanned<String> like = names.getOrDefault(most, odd).get(0);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.NAME_WRAPPING,
                odd.get(0).span(),
                "names are spelled in "
                    + Words.small(names.size())
                    + " ways: "
                    + Words.list(counts))
            .severity(Severity.ERROR)
            .saying("spelled unlike most of them")
            .label(like.span(), "spelled like most of them");
    out.cause(
        "The trainer compares names literally with those of the wrapped model. Only one spelling"
            + " can match, and the other names are skipped without a message.");
    out.help(help("spell all of them alike", respelled(schedule, odd, most)));
    return data(out, odd);
  }

  private static Diagnostic whole(BoundSchedule schedule, List<Spanned<String>> names) {
    Spanned<String> first = names.get(0);
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.NAME_WRAPPING,
                first.span(),
                Words.count(names.size(), "name")
                    + (names.size() == 1 ? " wraps" : " wrap")
                    + " the whole model; of alexnet and vgg only `features` is wrapped")
            .saying("known to the trainer as " + spelled(first.value(), Wrapping.BLOCK));
    for (Spanned<String> other : names.subList(1, names.size())) {
      out.label(other.span(), "");
    }
    out.cause(
        "The original trainer wraps what it runs on several processors, and of these two families"
            + " that is the block `features` alone. It compares names literally and skips one that"
            + " no parameter carries, without a message.");
    out.help(help("say which part is wrapped", respelled(schedule, names, Wrapping.BLOCK)));
    return data(out, names);
  }

  private static Diagnostic data(Diagnostic.Builder out, List<Spanned<String>> names) {
    return out.data("names", names.stream().map(Spanned::value).toList()).build();
  }

  private static Help help(String text, List<Edit> edits) {
    return edits.isEmpty() ? Help.advice(text) : Help.safe(text, edits);
  }

  /** The edits; none where a name is not written as it reads, with an escape in it, say. */
  private static List<Edit> respelled(
      BoundSchedule schedule, List<Spanned<String>> names, Wrapping wrapping) {
    List<Edit> edits = new ArrayList<>();
    for (Spanned<String> name : names) {
      int at = schedule.source().text(name.span()).indexOf(name.value());
      if (at < 0) {
        return List.of();
      }
      Span span = Span.at(name.span().start() + at, name.value().length());
      edits.add(new Edit(span, spelled(name.value(), wrapping)));
    }
    return edits;
  }

  private static String spelled(String name, Wrapping wrapping) {
    String plain = NameIndex.plain(name);
    return switch (wrapping) {
      case NOTHING -> plain;
      case MODEL -> WHOLE + plain;
      case BLOCK ->
          plain.startsWith(FEATURES)
              ? FEATURES + WHOLE + plain.substring(FEATURES.length())
              : plain;
    };
  }
}

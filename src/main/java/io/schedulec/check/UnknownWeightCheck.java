package io.schedulec.check;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Meant;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Prefix;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** SC101 and SC102: names that the model does not have, or has under another prefix. */
final class UnknownWeightCheck implements Check {

  @Override
  public void run(BoundSchedule schedule, Consumer<Diagnostic> out) {
    Optional<Prefix> prefix = schedule.prefix();
    if (prefix.isPresent()) {
      out.accept(prefix(schedule, prefix.get(), sorted(schedule.misses())));
      return;
    }
    for (BoundPruner pruner : schedule.pruners()) {
      if (!pruner.misses().isEmpty()) {
        int listed = pruner.weights().size() + pruner.unfit().size() + pruner.misses().size();
        out.accept(unknown(schedule, pruner.name(), listed, pruner.misses(), Optional.of(pruner)));
      }
    }
    schedule
        .keyedMisses()
        .forEach(
            (instance, keys) ->
                out.accept(unknown(schedule, instance, keys.size(), keys, Optional.empty())));
  }

  private static List<Spanned<String>> sorted(List<Spanned<String>> names) {
    List<Spanned<String>> copy = new ArrayList<>(names);
    copy.sort((a, b) -> a.span().compareTo(b.span()));
    return copy;
  }

  // One prefix for all.

  private static Diagnostic prefix(
      BoundSchedule schedule, Prefix prefix, List<Spanned<String>> misses) {
    Spanned<String> first = misses.get(0);
    String written = first.value();
    String fits = schedule.facts().names().find(prefix.applyTo(written)).orElseThrow().name();
    int total = misses.size() + schedule.hits();
    String some = schedule.hits() == 0 ? "none of " + total : misses.size() + " of " + total;
    String not = schedule.hits() == 0 ? " match" : " do not match";
    String way = prefix.dropped() ? " is dropped" : " is added";
    String names = total == 1 ? " name" : " names";
    Span span = prefix.dropped() ? prefixSpan(schedule, first, prefix) : first.span();
    List<Edit> edits = new ArrayList<>();
    for (Spanned<String> miss : misses) {
      edits.add(
          prefix.dropped()
              ? new Edit(prefixSpan(schedule, miss, prefix), "")
              : new Edit(Span.at(contentStart(schedule, miss), 0), prefix.text()));
    }
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.NAME_PREFIX,
                span,
                some + names + not + " the model; all do once `" + prefix.text() + "`" + way)
            .saying("the model's parameter is " + fits);
    for (Spanned<String> miss : misses.subList(1, misses.size())) {
      out.label(prefix.dropped() ? prefixSpan(schedule, miss, prefix) : miss.span(), "");
    }
    out.cause(
        "The trainer compares names literally and skips one that no parameter carries, without a"
            + " message: it would prune nothing.");
    String verb = prefix.dropped() ? "drop the prefix on " : "add the prefix on ";
    out.help(Help.safe(verb + Words.count(misses.size(), "line"), edits));
    return out.data("prefix", prefix.text())
        .data("action", prefix.dropped() ? "drop" : "add")
        .data("names", misses.stream().map(Spanned::value).toList())
        .build();
  }

  /** Where the name itself begins: behind a quote, if there is one. */
  private static int contentStart(BoundSchedule schedule, Spanned<String> name) {
    String text = schedule.source().text(name.span());
    return name.span().start() + Math.max(0, text.indexOf(name.value()));
  }

  private static Span prefixSpan(BoundSchedule schedule, Spanned<String> name, Prefix prefix) {
    return Span.at(contentStart(schedule, name), prefix.text().length());
  }

  // Names one by one.

  private static Diagnostic unknown(
      BoundSchedule schedule,
      String instance,
      int listed,
      List<Spanned<String>> misses,
      Optional<BoundPruner> pruner) {
    int bad = misses.size();
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.UNKNOWN_WEIGHT,
                misses.get(0).span(),
                counted(pruner.isPresent(), bad, listed)
                    + " of `"
                    + instance
                    + "` "
                    + (bad == 1 ? "is" : "are")
                    + " not in the model")
            .saying(NameAdvice.about(schedule, misses.get(0).value()));
    for (Spanned<String> miss : misses.subList(1, bad)) {
      out.also(miss.span(), NameAdvice.about(schedule, miss.value()));
    }
    pruner.ifPresent(p -> out.label(p.instance().name().span(), consequence(p, misses, listed)));
    notes(schedule, pruner, out);
    helps(schedule, misses, pruner, out);
    return out.data("pruner", instance)
        .data("unknown", misses.stream().map(Spanned::value).toList())
        .data("suggestions", suggestions(schedule, misses))
        .build();
  }

  private static String consequence(BoundPruner pruner, List<Spanned<String>> misses, int listed) {
    if (missesLeader(pruner, misses)) {
      return "stops at its first firing, without its leader";
    }
    int left = pruner.weights().size();
    return "would prune "
        + (left == 0 ? "nothing" : Words.count(left, "layer"))
        + " instead of "
        + listed
        + ", without any message at run time";
  }

  private static boolean missesLeader(BoundPruner pruner, List<Spanned<String>> misses) {
    int first = misses.get(0).span().start();
    return pruner.leader()
        && pruner.weights().stream().noneMatch(w -> w.written().span().start() < first);
  }

  private static String counted(boolean list, int bad, int listed) {
    if (list && listed == 1) {
      return "the only weight";
    }
    return list ? bad + " of " + listed + " weights" : Words.count(bad, "weight");
  }

  private static List<Object> suggestions(BoundSchedule schedule, List<Spanned<String>> misses) {
    List<Object> out = new ArrayList<>();
    for (Spanned<String> miss : misses) {
      out.add(meant(schedule, miss.value()).orElse(""));
    }
    return out;
  }

  /** The parameter whose second name it is, or else the one that it is most like. */
  private static Optional<String> meant(BoundSchedule schedule, String name) {
    Optional<String> first = NameAdvice.firstName(schedule, NameIndex.plain(name));
    return first.isPresent() ? first : Meant.by(schedule.facts().names(), name);
  }

  private static void notes(
      BoundSchedule schedule, Optional<BoundPruner> pruner, Diagnostic.Builder out) {
    out.note(
        "A name that no parameter carries is skipped silently by the trainer unless it is the"
            + " leader of a Leader chain (then it is a KeyError in epoch 0).");
    if (pruner.isPresent()) {
      long needed =
          pruner.get().weights().stream()
              .filter(w -> !w.written().value().equals(w.name()))
              .count();
      if (needed > 0) {
        out.note(
            "`module.` (DataParallel) is stripped before matching; "
                + needed
                + " of "
                + pruner.get().weights().size()
                + " other names needed it.");
      }
    }
    if (pruner.filter(BoundPruner::leader).isPresent()) {
      out.note("A chain without one of its layers stops running once it is thinned.");
    }
    schedule.facts().graph().notes().forEach(out::note);
  }

  private static void helps(
      BoundSchedule schedule,
      List<Spanned<String>> misses,
      Optional<BoundPruner> pruner,
      Diagnostic.Builder out) {
    List<Edit> edits = new ArrayList<>();
    boolean shared = false;
    Set<String> taken = new LinkedHashSet<>();
    pruner.ifPresent(p -> p.weights().forEach(w -> taken.add(w.name())));
    for (Spanned<String> miss : misses) {
      Optional<String> near = meant(schedule, miss.value());
      String about = NameAdvice.about(schedule, miss.value());
      boolean listed = about.contains(" has ") || about.equals("no such parameter");
      boolean fits =
          near.isPresent()
              && !listed
              && !NameAdvice.otherNumber(NameIndex.plain(miss.value()), near.get());
      if (fits && taken.add(near.get())) {
        Span span = Span.at(contentStart(schedule, miss), miss.value().length());
        edits.add(new Edit(span, spelt(miss.value(), near.get())));
        shared |= about.startsWith("shares ");
      }
    }
    if (!edits.isEmpty()) {
      String names =
          edits.size() > 1
              ? "the similar names"
              : shared
                  ? "the name under which the model has it"
                  : "the parameter with the similar name";
      out.help(Help.unsafe("use " + names, edits));
    }
    if (edits.size() < misses.size()) {
      out.help(
          Help.advice(
              "see the names the model has: schedulec inspect --weights "
                  + schedule.facts().graph().name()));
    }
  }

  /** The model's name with the {@code module.} that the schedule writes in front. */
  private static String spelt(String written, String parameter) {
    boolean leading = written.startsWith("module.") && !parameter.startsWith("module.");
    return leading ? "module." + parameter : parameter;
  }
}

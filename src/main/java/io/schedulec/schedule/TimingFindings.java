package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with the timing of a policy. */
final class TimingFindings {
  private static final String BARE =
      "The trainer stops while loading: `AssertionError`, without a message.";

  private final Findings out;
  private final Layout layout;

  TimingFindings(Findings out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /** Timing keys that are not there. */
  void missing(
      YamlValue.Mapping policy, YamlValue.Entry reference, List<String> missing, Subject subject) {
    boolean none = missing.size() == 3;
    String what = none ? "does not say in which epochs" : "lacks " + Words.list(missing, "and");
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.POLICY_TIMING, reference.key().span(), subject.policy() + " " + what)
            .saying(
                none
                    ? "needs `epochs`, or a start, an end and a frequency"
                    : "a window needs start, end and frequency")
            .cause("The trainer stops while loading: `KeyError: '" + missing.get(0) + "'`.")
            .data("missing", missing);
    addFrequency(finding, policy, missing);
    if (none) {
      finding.help(
          Help.advice("list epochs, beside `" + reference.key().text() + ":`", "epochs: [0]"));
    }
    out.add(finding);
  }

  private void addFrequency(
      Diagnostic.Builder finding, YamlValue.Mapping policy, List<String> missing) {
    if (!missing.equals(List.of("frequency")) || policy.flow()) {
      return;
    }
    YamlValue.Entry end = policy.entry("ending_epoch").orElseThrow();
    if (layout.ownLines(end.span()) && !end.merged()) {
      Edit edit = layout.lineAfter(end.span(), end.span().start(), "frequency: 1");
      finding.help(Help.unsafe("act in every epoch of the window", List.of(edit)));
    }
  }

  /** Timing keys inside the reference. */
  void nested(
      YamlValue.Mapping policy,
      YamlValue.Entry reference,
      List<YamlValue.Entry> nested,
      boolean timed) {
    List<String> names = new ArrayList<>();
    for (YamlValue.Entry entry : nested) {
      names.add(entry.key().text());
    }
    String stand = nested.size() == 1 ? " stands" : " stand";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.POLICY_TIMING,
                nested.get(0).key().span(),
                Words.list(names, "and") + stand + " inside `" + reference.key().text() + ":`")
            .severity(timed ? Severity.WARNING : Severity.ERROR)
            .saying("belongs beside `" + reference.key().text() + ":`, one level up")
            .label(reference.key().span(), "everything below belongs to this")
            .cause(
                timed
                    ? "The trainer ignores what stands there."
                    : "The trainer stops while loading: `KeyError: 'starting_epoch'`.")
            .data("missing", names);
    List<Edit> edits = new NestedTiming(layout).moveOut(policy, reference, nested);
    if (!edits.isEmpty() && !timed) {
      finding.help(Help.safe("move the timing out of the reference", edits));
    }
    out.add(finding);
  }

  /** A list of epochs and keys of a window. */
  void both(YamlValue.Entry epochs, List<YamlValue.Entry> window) {
    YamlValue.Entry first = window.get(0);
    List<String> names = new ArrayList<>();
    for (YamlValue.Entry entry : window) {
      names.add(entry.key().text());
    }
    String have = names.size() == 1 ? " has" : " have";
    Diagnostic.Builder finding =
        Diagnostic.at(
                DiagnosticKind.POLICY_TIMING,
                first.key().span(),
                Words.list(names, "and") + have + " no effect beside `epochs`")
            .severity(Severity.WARNING)
            .saying("ignored")
            .label(epochs.key().span(), "the list of epochs decides")
            .cause("The trainer reads `epochs` alone and ignores the window.")
            .data("missing", List.of());
    List<Edit> edits = new ArrayList<>();
    for (YamlValue.Entry entry : window) {
      if (!entry.merged()) {
        layout.removal(entry.span()).ifPresent(edits::add);
      }
    }
    if (edits.size() == window.size()) {
      finding.help(Help.safe("remove what is ignored", Edits.sorted(edits)));
    }
    out.add(finding);
  }

  /** A window that ends before it starts. */
  void emptyWindow(Timing.Window window, Subject subject) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.POLICY_WINDOW,
                window.endEntry(),
                subject.policy() + " ends before its first epoch")
            .saying("exclusive: the last epoch that can act is " + (window.end().value() - 1))
            .label(window.startEntry(), "the first epoch")
            .cause(BARE)
            .help(endHelp(window))
            .data("start", window.start().value())
            .data("end", window.end().value())
            .data("frequency", window.frequency().value()));
  }

  private static Help endHelp(Timing.Window window) {
    int start = window.start().value();
    int end = window.end().value();
    if (start > end && end > 0) {
      List<Edit> edits =
          List.of(
              new Edit(window.start().span(), Integer.toString(end)),
              new Edit(window.end().span(), Integer.toString(start)));
      edits = window.start().span().start() < window.end().span().start() ? edits : reversed(edits);
      return Help.unsafe("swap the two", edits);
    }
    Edit edit =
        new Edit(window.end().span(), Integer.toString(start + 2 * window.frequency().value()));
    return Help.unsafe("end after the first firing", List.of(edit));
  }

  private static List<Edit> reversed(List<Edit> edits) {
    return List.of(edits.get(1), edits.get(0));
  }

  /** A frequency beyond the window. */
  void rareWindow(Timing.Window window, Subject subject) {
    int epochs = window.end().value() - window.start().value();
    out.add(
        Diagnostic.at(
                DiagnosticKind.POLICY_WINDOW,
                window.frequencyEntry(),
                subject.policy() + " has a frequency longer than its window")
            .saying("the window has " + epochs + (epochs == 1 ? " epoch" : " epochs"))
            .label(window.startEntry(), "the first epoch")
            .label(window.endEntry(), "exclusive end")
            .cause(BARE)
            .help(
                Help.unsafe(
                    "act in every epoch", List.of(new Edit(window.frequency().span(), "1"))))
            .data("start", window.start().value())
            .data("end", window.end().value())
            .data("frequency", window.frequency().value()));
  }

  /** A frequency of zero or less. */
  void noFrequency(Spanned<Integer> frequency, Subject subject) {
    out.add(
        Diagnostic.at(
                DiagnosticKind.POLICY_WINDOW,
                frequency.span(),
                subject.policy() + " has the frequency " + frequency.value())
            .saying("must be at least 1")
            .cause(BARE)
            .help(Help.unsafe("act in every epoch", List.of(new Edit(frequency.span(), "1"))))
            .data("frequency", frequency.value()));
  }
}

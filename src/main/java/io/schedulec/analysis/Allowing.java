package io.schedulec.analysis;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.schedule.Schedule;
import io.schedulec.source.Nearest;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.Allowance;
import io.schedulec.yaml.Allowances;
import io.schedulec.yaml.YamlPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The comments of a schedule that allow findings, and which of them did. */
final class Allowing {
  private final Schedule schedule;
  private final List<Allowance> allowances;
  private final Set<Spanned<String>> used = new HashSet<>();

  private Allowing(Schedule schedule) {
    this.schedule = schedule;
    this.allowances = Allowances.of(schedule.source(), schedule.root());
  }

  static Allowing in(Schedule schedule) {
    return new Allowing(schedule);
  }

  /** Whether a finding may be allowed: not if it says that something could not be read. */
  static boolean allowable(DiagnosticKind kind) {
    return switch (kind) {
      case YAML_SYNTAX,
          SEVERAL_DOCUMENTS,
          EMPTY_SCHEDULE,
          UNUSED_ALLOWANCE,
          BAD_ALLOWANCE,
          PLAN_SYNTAX,
          PLAN_BROKEN,
          NOT_COMPILABLE ->
          false;
      default -> true;
    };
  }

  /** Whether comments allow a finding, at each of the places that it is about. */
  boolean allows(Diagnostic diagnostic) {
    if (allowances.isEmpty() || !allowable(diagnostic.kind())) {
      return false;
    }
    List<Spanned<String>> allowing = new ArrayList<>(allowing(diagnostic, diagnostic.primary()));
    boolean everywhere = !allowing.isEmpty();
    for (Label label : diagnostic.labels()) {
      if (label.primary()) {
        List<Spanned<String>> here = allowing(diagnostic, label);
        everywhere &= !here.isEmpty();
        allowing.addAll(here);
      }
    }
    // What allows a part is needed as soon as the rest is allowed or gone.
    used.addAll(allowing);
    return everywhere;
  }

  private List<Spanned<String>> allowing(Diagnostic diagnostic, Label place) {
    List<Spanned<String>> codes = new ArrayList<>();
    for (Allowance allowance : allowances) {
      if (allowance.covers(place.span())) {
        for (Spanned<String> code : allowance.codes()) {
          if (DiagnosticKind.find(code.value()).filter(k -> k == diagnostic.kind()).isPresent()) {
            codes.add(code);
          }
        }
      }
    }
    return codes;
  }

  /**
   * Adds what is wrong with the comments.
   *
   * @param all whether all was checked, so that what allowed nothing is not needed
   * @return whether anything is
   */
  boolean complain(boolean all, List<Diagnostic> out) {
    int before = out.size();
    for (Allowance allowance : allowances) {
      String path = YamlPaths.to(schedule.root(), allowance.covered());
      if (allowance.codes().isEmpty()) {
        out.add(unnamed(allowance).under(path));
      }
      for (Spanned<String> code : allowance.codes()) {
        complain(allowance, code, all).ifPresent(d -> out.add(d.under(path)));
      }
    }
    return out.size() > before;
  }

  private Optional<Diagnostic> complain(Allowance allowance, Spanned<String> code, boolean all) {
    Optional<DiagnosticKind> kind = DiagnosticKind.find(code.value());
    if (kind.isEmpty()) {
      return Optional.of(unknown(code));
    }
    if (!allowable(kind.get())) {
      String message = "`" + code.value() + "` cannot be allowed";
      return Optional.of(bad(code.span(), message).help(remove(allowance, code)).build());
    }
    if (!used.contains(code)) {
      return all ? Optional.of(unused(allowance, code)) : Optional.empty();
    }
    return allowance.reason().isEmpty() ? Optional.of(unexplained(code)) : Optional.empty();
  }

  private static Diagnostic.Builder bad(Span span, String message) {
    return Diagnostic.at(DiagnosticKind.BAD_ALLOWANCE, span, message);
  }

  private static Diagnostic unnamed(Allowance allowance) {
    return bad(allowance.comment(), "the comment names no finding, so it allows nothing")
        .help(Help.advice("write the code of a finding behind `allow`"))
        .build();
  }

  private static Diagnostic unknown(Spanned<String> code) {
    List<String> codes = new ArrayList<>();
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      codes.add(kind.code());
      codes.add(kind.slug());
    }
    Diagnostic.Builder out = bad(code.span(), "no finding is called `" + code.value() + "`");
    Optional<String> nearest = Nearest.of(code.value(), codes);
    if (nearest.isPresent()) {
      out.saying("nothing is allowed; " + nearest.get() + " has a similar name");
      out.help(
          Help.unsafe("allow " + nearest.get(), List.of(new Edit(code.span(), nearest.get()))));
    } else {
      out.saying("nothing is allowed");
      out.help(Help.advice("schedulec explain lists the codes"));
    }
    return out.data("code", code.value()).build();
  }

  private Diagnostic unused(Allowance allowance, Spanned<String> code) {
    String path = YamlPaths.to(schedule.root(), allowance.covered());
    String where = path.isEmpty() ? "here" : "in `" + path + "`";
    return Diagnostic.at(
            DiagnosticKind.UNUSED_ALLOWANCE,
            code.span(),
            "`" + code.value() + "` is allowed " + where + " and not found there")
        .saying("nothing to allow")
        .cause("An allowance that is left over hides the next mistake of its kind.")
        .help(remove(allowance, code))
        .data("code", code.value())
        .build();
  }

  private static Diagnostic unexplained(Spanned<String> code) {
    return bad(code.span(), "`" + code.value() + "` is allowed without a reason")
        .severity(Severity.INFO)
        .saying("allowed, and nobody knows why")
        .help(
            Help.advice("say why in brackets: `# schedulec: allow " + code.value() + " (reason)`"))
        .data("code", code.value())
        .build();
  }

  /** Takes the code away, or the whole comment if it names nothing else. */
  private Help remove(Allowance allowance, Spanned<String> code) {
    if (allowance.codes().size() > 1) {
      return Help.safe("remove the code", List.of(new Edit(withSeparator(allowance, code), "")));
    }
    return Help.safe("remove the comment", List.of(new Edit(withBlanks(allowance), "")));
  }

  private static Span withSeparator(Allowance allowance, Spanned<String> code) {
    int index = allowance.codes().indexOf(code);
    return index > 0
        ? new Span(allowance.codes().get(index - 1).span().end(), code.span().end())
        : new Span(code.span().start(), allowance.codes().get(1).span().start());
  }

  /** The comment, with the line if it has one to itself, else with the blanks before it. */
  private Span withBlanks(Allowance allowance) {
    SourceFile source = schedule.source();
    int line = source.position(allowance.comment().start()).line();
    Span whole = source.lineSpan(line);
    int start = allowance.comment().start();
    while (start > whole.start() && " \t".indexOf(source.text().charAt(start - 1)) >= 0) {
      start--;
    }
    boolean ends = source.text().substring(allowance.comment().end(), whole.end()).isBlank();
    boolean alone = ends && start == whole.start() && line < source.lineCount();
    return new Span(start, alone ? source.lineStart(line + 1) : allowance.comment().end());
  }
}

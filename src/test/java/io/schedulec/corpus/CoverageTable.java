package io.schedulec.corpus;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cases of the project by finding and by mistake, as the table that stands beside them.
 *
 * @param entries the cases
 * @param mistakes the mistakes by their number, each in a few words
 * @param reasons why there is no case for a mistake, by its number
 */
record CoverageTable(
    List<Entry> entries, Map<String, String> mistakes, Map<String, String> reasons) {
  private static final Path SUITE = Path.of("test-schedules");
  private static final Path RESOURCES = Path.of("src/test/resources/corpus");
  private static final String HEAD =
      """
      # Cases

      Schedules that say what is wrong with them; `schedulec test test-schedules` compares that with
      what is found, for both targets. This file is written by `CoverageTest`; `mvn test
      -Dgolden.update=true` renews it.

      | where | what |
      | --- | --- |
      | `ok/` | silent schedules; `# near-miss: SC304` says which finding one nearly has |
      | `err/SC201/` | schedules with findings, that of the folder among them |
      | `projects/NAME/` | files that belong together, and a `transcript.txt` of commands and output |
      | `models/`, `shapes/` | networks; those of `shapes/` have no weights |
      | `mockups/`, `plans/`, `run/` | for other tests |

      `#~ error[SC201] 15 "2 of 4"` at the end of a line claims a finding that starts in that line, at
      that column, with that text in its message; `#~ plan info[...]` and `#~ distiller error[...]` claim
      it for one target. Beside a case may lie what is shown (`.full.txt` in 100 columns, `.ascii80.txt`
      in 80, `.json`) and what its fixes make of it (`.fixed.yaml`): an empty file asks for one, and
      `schedulec test --update` fills it in. `# schedulec-test: epochs=70 target=distiller
      command=compile` gives options, and `# mistakes: E1` says which rows of the first table a case is
      for.
      """;

  CoverageTable {
    entries = List.copyOf(entries);
  }

  /**
   * A case and what it is there for.
   *
   * @param of the case
   * @param notes what its comments say of that
   * @param claims what it claims
   */
  record Entry(Case of, CaseNotes notes, List<Claim> claims) {
    Entry {
      claims = List.copyOf(claims);
    }

    String link() {
      String path = of.name().substring(SUITE.toString().length() + 1);
      return "[" + path.substring(path.indexOf('/') + 1) + "](" + path + ")";
    }

    /** How bad the worst finding for a target is. */
    String verdict(Target target) {
      for (Severity severity : Severity.values()) {
        for (Claim claim : claims) {
          if (claim.isFor(target) && claim.severity().equals(severity.word())) {
            return severity.word();
          }
        }
      }
      return "–";
    }
  }

  static CoverageTable read() {
    List<Entry> entries = new ArrayList<>();
    for (Case one : Suite.at(SUITE).cases()) {
      String text = CaseRunner.source(one).text();
      entries.add(new Entry(one, CaseNotes.of(text), Claim.in(text)));
    }
    return new CoverageTable(entries, pairs("mistakes.tsv"), pairs("reasons.tsv"));
  }

  private static Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(RESOURCES.resolve(name))) {
        int tab = line.indexOf('\t');
        pairs.put(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  /** The cases of each mistake that has some. */
  Map<String, List<Entry>> cases() {
    Map<String, List<Entry>> cases = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (String row : entry.notes().mistakes()) {
        cases.computeIfAbsent(row, r -> new ArrayList<>()).add(entry);
      }
    }
    return cases;
  }

  /** The silent cases of each code that some are nearly. */
  Map<String, List<Entry>> nearMisses() {
    Map<String, List<Entry>> cases = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (String code : entry.notes().nearMisses()) {
        cases.computeIfAbsent(code, c -> new ArrayList<>()).add(entry);
      }
    }
    return cases;
  }

  String markdown() {
    return HEAD + mistakesTable() + codesTable();
  }

  private String mistakesTable() {
    StringBuilder out = new StringBuilder("\n## Mistakes\n\n");
    out.append(
        "What can go wrong in a schedule, what is found, and in which case for which target.");
    out.append("\n\n| | mistake | findings | case | `plan` | `distiller` |\n");
    out.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
      List<Entry> found = cases().getOrDefault(mistake.getKey(), List.of());
      String head = "| " + mistake.getKey() + " | " + mistake.getValue() + " | ";
      if (found.isEmpty()) {
        out.append(head).append("none | ");
        out.append(reasons.getOrDefault(mistake.getKey(), "no case")).append(" | | |\n");
      }
      for (Entry entry : found) {
        out.append(head).append(String.join(", ", codes(entry))).append(" | ").append(entry.link());
        out.append(" | ").append(entry.verdict(Target.PLAN));
        out.append(" | ").append(entry.verdict(Target.DISTILLER)).append(" |\n");
        head = "| | | ";
      }
    }
    return out.toString();
  }

  private static Set<String> codes(Entry entry) {
    Set<String> codes = new TreeSet<>();
    entry.claims().forEach(claim -> codes.add(claim.code()));
    return codes.isEmpty() ? Set.of("none") : codes;
  }

  private String codesTable() {
    StringBuilder out = new StringBuilder("\n## Findings\n\n");
    out.append("| | finding | cases | silent near misses |\n| --- | --- | --- | --- |\n");
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      List<String> cases = new ArrayList<>();
      for (Entry entry : entries) {
        if (entry.of().code().equals(kind.code())) {
          cases.add(entry.link() + verdicts(entry));
        }
      }
      List<String> near = new ArrayList<>();
      nearMisses().getOrDefault(kind.code(), List.of()).forEach(e -> near.add(e.link()));
      out.append("| ").append(kind.code()).append(" | ").append(kind.slug()).append(" | ");
      out.append(cases.isEmpty() ? "plans in `err/" + kind.code() + "`" : String.join(", ", cases));
      out.append(" | ").append(String.join(", ", near)).append(" |\n");
    }
    return out.toString();
  }

  /** What a case is for both targets, or for each where they differ. */
  private static String verdicts(Entry entry) {
    String plan = entry.verdict(Target.PLAN);
    String distiller = entry.verdict(Target.DISTILLER);
    return plan.equals(distiller)
        ? " (" + plan + ")"
        : " (`plan` " + plan + ", `distiller` " + distiller + ")";
  }
}

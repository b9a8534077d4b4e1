package io.schedulec.corpus;

import io.schedulec.analysis.Analysis;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Claims beside findings: what only one of them has. */
final class ClaimComparison {
  private final Map<Target, Analysis> analyses;
  private final Map<Claim, Set<Target>> unclaimed = new LinkedHashMap<>();
  private final Map<Claim, Set<Target>> unmet = new LinkedHashMap<>();

  private ClaimComparison(Map<Target, Analysis> analyses) {
    this.analyses = analyses;
  }

  static List<Problem> of(List<Claim> claims, Map<Target, Analysis> analyses) {
    ClaimComparison comparison = new ClaimComparison(analyses);
    analyses.forEach((target, analysis) -> comparison.compare(claims, target, analysis));
    return comparison.problems();
  }

  private void compare(List<Claim> claims, Target target, Analysis analysis) {
    List<Claim> open = new ArrayList<>(claims);
    open.removeIf(claim -> !claim.isFor(target));
    for (Diagnostic finding : analysis.diagnostics()) {
      Optional<Claim> fitting =
          open.stream().filter(c -> c.fits(analysis.source(), finding)).findFirst();
      if (fitting.isPresent()) {
        open.remove(fitting.get());
      } else {
        note(unclaimed, Claim.of(analysis.source(), finding), target);
      }
    }
    open.forEach(claim -> note(unmet, claim, target));
  }

  private static void note(Map<Claim, Set<Target>> claims, Claim claim, Target target) {
    claims.computeIfAbsent(claim, c -> EnumSet.noneOf(Target.class)).add(target);
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    unclaimed.forEach((claim, by) -> problems.add(problem("found and not claimed", claim, by)));
    unmet.forEach((claim, by) -> problems.add(problem("claimed and not found", claim, by)));
    return problems;
  }

  private Problem problem(String what, Claim claim, Set<Target> by) {
    boolean all = by.size() == analyses.size() && by.size() > 1;
    String which = all ? "" : " for " + Claim.word(by.iterator().next());
    Claim shown = by.size() < analyses.size() ? claim.only(by.iterator().next()) : claim;
    Claim written = what.startsWith("claimed") ? claim : shown;
    return Problem.of("line " + claim.line() + ": " + what + which, written.comment());
  }
}

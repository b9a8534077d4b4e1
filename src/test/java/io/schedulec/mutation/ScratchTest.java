package io.schedulec.mutation;
import io.schedulec.analysis.*;
import io.schedulec.diagnostic.*;
import io.schedulec.bind.Target;
import java.util.*;
import java.util.regex.*;
import org.junit.jupiter.api.Test;
final class ScratchTest {
  @Test void look() {
    Map<String,int[]> counts = new TreeMap<>();
    Map<String,List<String>> odd = new TreeMap<>();
    long t = System.nanoTime();
    int n = Integer.getInteger("n", 200), valid = 0, mutants = 0;
    for (int seed = 0; seed < n; seed++) {
      RandomSchedule s = RandomSchedule.of(seed);
      Analysis a = check(s, s.text());
      if (!a.diagnostics().isEmpty()) continue;
      valid++;
      for (Mutant m : Mutants.of(a)) {
        mutants++;
        List<String> codes = new ArrayList<>(new TreeSet<>(Checked.codes(check(s, m.text()).diagnostics())));
        boolean hit = codes.stream().anyMatch(c -> Pattern.matches(m.codes(), c));
        int[] c = counts.computeIfAbsent(m.kind(), k -> new int[3]);
        c[hit ? 0 : codes.isEmpty() ? 2 : 1]++;
        if (!hit) odd.computeIfAbsent(m.kind() + " " + codes, k -> new ArrayList<>()).add(seed + "\n" + diff(s.text(), m.text()));
      }
    }
    counts.forEach((k, c) -> System.out.printf("%-32s %6d %6d %6d%n", k, c[0], c[1], c[2]));
    odd.forEach((k, l) -> { System.out.println("== " + k + " x" + l.size()); l.stream().limit(3).forEach(System.out::println); });
    System.out.println(valid + " valid, " + mutants + " mutants, " + (System.nanoTime()-t)/1000000 + " ms");
  }
  static Analysis check(RandomSchedule s, String text) {
    return Checked.analysis("s.yaml", text, Optional.of(Checked.bundled(s.model())), Target.PLAN);
  }
  static String diff(String a, String b) {
    return io.schedulec.source.UnifiedDiff.of("x", a, b).lines().skip(2).reduce("", (x, y) -> x + y + "\n");
  }
}

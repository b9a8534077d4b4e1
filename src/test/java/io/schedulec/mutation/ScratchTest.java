package io.schedulec.mutation;
import io.schedulec.analysis.*;
import io.schedulec.bind.Target;
import java.util.*;
import org.junit.jupiter.api.Test;
final class ScratchTest {
  @Test void look() {
    Map<String,Integer> counts = new TreeMap<>();
    int shown = 0;
    long t = System.nanoTime();
    for (int seed = 0; seed < 2000; seed++) {
      RandomSchedule s = RandomSchedule.of(seed);
      Analysis a = Checked.analysis("s.yaml", s.text(), Optional.of(Checked.bundled(s.model())), Target.PLAN);
      String key = Checked.codes(a.diagnostics()).toString();
      counts.merge(key, 1, Integer::sum);
      if (seed < 3 || (counts.get(key) == 1)) {
        System.out.println("==== " + seed + " " + s.model() + " " + key);
        System.out.println(s.text());
        a.diagnostics().forEach(d -> System.out.println("   " + d.kind() + " " + d.message()));
      }
    }
    System.out.println(counts + " " + (System.nanoTime()-t)/1000000 + " ms");
  }
}

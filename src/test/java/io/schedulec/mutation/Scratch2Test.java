package io.schedulec.mutation;
import io.schedulec.analysis.*;
import io.schedulec.diagnostic.*;
import io.schedulec.source.SourceFile;
import io.schedulec.bind.Target;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;
final class Scratch2Test {
  static final Map<String,List<String>> odd = new TreeMap<>();
  static final Map<String,Integer> helps = new TreeMap<>();
  @Test void look() {
    long t = System.nanoTime();
    int n = Integer.getInteger("n", 300), done = 0;
    for (int seed = 0; seed < n; seed++) {
      RandomSchedule s = RandomSchedule.of(seed);
      Analysis a = ScratchTest.check(s, s.text());
      String text = s.text();
      if (a.diagnostics().isEmpty()) {
        List<Mutant> ms = Mutants.of(a);
        Random r = new Random(seed);
        // one of each kind, alike often
        Map<String,List<Mutant>> by = new TreeMap<>();
        ms.forEach(m -> by.computeIfAbsent(m.kind(), k -> new ArrayList<>()).add(m));
        List<List<Mutant>> kinds = new ArrayList<>(by.values());
        List<Mutant> k = kinds.get(r.nextInt(kinds.size()));
        text = k.get(r.nextInt(k.size())).text();
        Analysis b = ScratchTest.check(s, text);
        if (r.nextInt(3) == 0 && b.schedule().isPresent() && b.bound().isPresent()) {
          try { List<Mutant> two = Mutants.of(b); text = two.get(r.nextInt(two.size())).text(); } catch (RuntimeException e) { }
        }
      }
      one(seed, s, text);
      done++;
    }
    odd.forEach((k, l) -> { System.out.println("== " + k + " x" + l.size()); l.stream().limit(3).forEach(System.out::println); });
    System.out.println(helps);
    System.out.println(done + " schedules " + (System.nanoTime()-t)/1000000 + " ms");
  }
  static void odd(String what, int seed, String text, String after, List<Diagnostic> b, List<Diagnostic> a) {
    StringBuilder o = new StringBuilder("  seed " + seed + "\n");
    o.append(ScratchTest.diff(text, after));
    b.forEach(d -> o.append("   before " + d.kind() + " " + d.severity() + " " + d.message() + "\n"));
    a.forEach(d -> o.append("   after  " + d.kind() + " " + d.severity() + " " + d.message() + "\n"));
    odd.computeIfAbsent(what, k -> new ArrayList<>()).add(o.toString());
  }
  static String key(Diagnostic d) { return d.kind() + " " + d.message(); }
  static void one(int seed, RandomSchedule s, String text) {
    Analysis before = ScratchTest.check(s, text);
    for (Diagnostic d : before.diagnostics()) {
      int h = 0;
      for (Help help : d.helps()) {
        h++;
        if (help.edits().isEmpty()) continue;
        String id = d.kind().code() + " " + help.applicability() + " '" + help.text().replaceAll("`[^`]*`", "X").replaceAll("\\d+", "9") + "'";
        helps.merge(id, 1, Integer::sum);
        if (!Edits.applicable(text.length(), help.edits())) { odd("OVERLAP " + id, seed, text, text, before.diagnostics(), List.of()); System.out.println("OVERLAP\n" + text + help.edits()); continue; }
        String after = Edits.apply(text, help.edits());
        Analysis then;
        try { then = ScratchTest.check(s, after); } catch (RuntimeException e) { odd("EXC " + id, seed, text, after, before.diagnostics(), List.of()); continue; }
        List<Diagnostic> left = new ArrayList<>(then.diagnostics());
        List<String> was = new ArrayList<>(); before.diagnostics().forEach(x -> was.add(key(x)));
        List<Diagnostic> fresh = new ArrayList<>();
        List<String> rest = new ArrayList<>(was);
        for (Diagnostic x : left) if (!rest.remove(key(x))) fresh.add(x);
        List<String> gone = new ArrayList<>(was);
        left.forEach(x -> gone.remove(key(x)));
        if (!gone.remove(key(d))) odd("NOT GONE " + id, seed, text, after, before.diagnostics(), left);
        boolean syntax = before.schedule().isEmpty();
        for (Diagnostic f : fresh) {
          if (syntax) continue;
          String w = f.severity().compareTo(d.severity()) < 0 ? "HIGHER " : f.severity() == d.severity() ? "SAME " : "LOWER ";
          odd(w + id + " -> " + f.kind().code(), seed, text, after, before.diagnostics(), left);
        }
        for (String g : gone) odd("ALSO GONE " + id + " -> " + g.split(" ")[0], seed, text, after, before.diagnostics(), left);
        // removed again?
      }
    }
    // fixer
    Analyzer an = new Analyzer(MODELS, Optional.of(Checked.bundled(s.model())), Target.PLAN, OptionalInt.empty());
    for (boolean unsafe : new boolean[] {false, true}) {
      Fixed f = new Fixer(an, EnumSet.allOf(DiagnosticKind.class), unsafe).fix(before, Path.of("s.yaml"));
      if (!f.changed()) continue;
      Fixed g = new Fixer(an, EnumSet.allOf(DiagnosticKind.class), unsafe).fix(f.after(), Path.of("s.yaml"));
      if (g.changed()) odd("NOT IDEMPOTENT", seed, f.after().source().text(), g.after().source().text(), before.diagnostics(), g.after().diagnostics());
      if (f.leftOut() > 0) odd("LEFT OUT " + unsafe, seed, text, f.after().source().text(), before.diagnostics(), f.after().diagnostics());
    }
  }
  static final Models MODELS = new Models();
}

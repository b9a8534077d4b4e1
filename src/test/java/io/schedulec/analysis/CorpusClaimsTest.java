package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.lower.LoweringOptions;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schedules that say what is wrong with them: {@code #~ error[SC405] 5 "part of the message"} at
 * the end of a line claims a finding in that line, at that column.
 *
 * <p>A comment line {@code # schedulec-test: target=distiller epochs=70} gives options; {@code
 * command=compile} asks for what compile says too.
 */
final class CorpusClaimsTest {
  private static final Path ERR = Path.of("test-schedules", "err");
  private static final Path OK = Path.of("test-schedules", "ok");
  private static final Pattern OPTIONS = Pattern.compile("(?m)^# schedulec-test: (.*)$");

  static Stream<Path> err() {
    return schedules(ERR);
  }

  static Stream<Path> ok() {
    return schedules(OK);
  }

  @ParameterizedTest
  @MethodSource("err")
  void eachFindingIsClaimedAndEachClaimMet(Path file) {
    String text = read(file);
    List<String> wrong = new ArrayList<>();
    Set<String> codes = new TreeSet<>();
    for (Target target : Target.values()) {
      Analysis analysis = analyze(file, text, target);
      codes.addAll(Checked.codes(analysis.diagnostics()));
      List<Claims.Claim> open = new ArrayList<>(Claims.of(text));
      open.removeIf(claim -> !claim.isFor(target));
      for (Diagnostic finding : analysis.diagnostics()) {
        Optional<Claims.Claim> claim =
            open.stream().filter(c -> c.fits(analysis.source(), finding)).findFirst();
        claim.ifPresentOrElse(
            open::remove,
            () -> wrong.add(target + " finds " + Claims.write(analysis.source(), finding)));
      }
      open.forEach(claim -> wrong.add(target + " does not find " + claim));
    }

    assertThat(wrong).as("findings without claims, claims without findings in %s", file).isEmpty();
    assertThat(codes).contains(code(file));
  }

  @ParameterizedTest
  @MethodSource("ok")
  void aNearMissIsSilent(Path file) {
    for (Target target : Target.values()) {
      assertThat(analyze(file, read(file), target).diagnostics()).as("%s", target).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource({"err", "ok"})
  void otherLineEndsAndAMarkInFrontChangeNothing(Path file) {
    String text = read(file);
    List<String> plain = findings(analyze(file, text));

    assertThat(findings(analyze(file, text.replace("\r\n", "\n").replace("\n", "\r\n"))))
        .isEqualTo(plain);
    assertThat(findings(analyze(file, text.replace("\r\n", "\n")))).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("io.schedulec.analysis.PagesTest#kinds")
  void eachKindHasCasesAndOneOfThemIsShown(DiagnosticKind kind) {
    Path folder = ERR.resolve(kind.code());
    List<Path> cases = schedules(folder).toList();
    assertThat(cases).as("cases of %s", kind).isNotEmpty();
    List<Path> shown = new ArrayList<>();
    for (Path file : cases) {
      if (Files.exists(golden(file, ".full.txt"))) {
        shown.add(file);
      }
    }
    for (Path file : shown.isEmpty() ? cases.subList(0, 1) : shown) {
      Golden.check(golden(file, ".full.txt"), text(file, 100, false));
      Golden.check(golden(file, ".ascii80.txt"), text(file, 80, true));
    }
  }

  @Test
  void claimsAreReadAsTheyStand() {
    assertThat(Claims.of("a\nb: 1 #~ error[SC405] 5 \"x\" #~ distiller info[SC006] 1 \"\""))
        .containsExactly(
            new Claims.Claim("", 2, 5, "error", "SC405", "x"),
            new Claims.Claim("distiller", 2, 1, "info", "SC006", ""));
  }

  private static List<String> findings(Analysis analysis) {
    List<String> found = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      Position end = analysis.source().position(finding.primary().span().end());
      found.add(Claims.write(analysis.source(), finding) + " to " + end);
    }
    return found;
  }

  private static String text(Path file, int width, boolean ascii) {
    Analysis analysis = analyze(file, read(file));
    TextRenderer renderer = new TextRenderer(new RenderOptions(width, ascii, false));
    StringBuilder out = new StringBuilder();
    analysis.diagnostics().forEach(d -> out.append(renderer.render(analysis.source(), d)));
    return out.toString();
  }

  /** For the target that the file asks to be shown for. */
  private static Analysis analyze(Path file, String text) {
    Matcher options = OPTIONS.matcher(text);
    boolean distiller = options.find() && options.group(1).contains("target=distiller");
    return analyze(file, text, distiller ? Target.DISTILLER : Target.PLAN);
  }

  private static Analysis analyze(Path file, String text, Target target) {
    String path = file.toString().replace('\\', '/');
    Matcher options = OPTIONS.matcher(text);
    String given = options.find() ? options.group(1) : "";
    Matcher epochs = Pattern.compile("epochs=(\\d+)").matcher(given);
    OptionalInt length =
        epochs.find() ? OptionalInt.of(Integer.parseInt(epochs.group(1))) : OptionalInt.empty();
    Analysis analysis = Checked.analysis(path, text, Optional.empty(), target, length);
    return given.contains("command=compile") ? compiled(analysis) : analysis;
  }

  /** The analysis with what compile finds besides. */
  private static Analysis compiled(Analysis analysis) {
    return new Analysis(
        analysis.source(),
        analysis.schedule(),
        analysis.bound(),
        analysis.model(),
        Compilation.of(analysis, LoweringOptions.DEFAULT).diagnostics());
  }

  private static String code(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  private static Path golden(Path file, String ending) {
    return file.resolveSibling(name(file).replace(".yaml", ending));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String read(Path file) {
    SourceFile source = Sources.read(file.toString(), file);
    return source.text();
  }

  private static Stream<Path> schedules(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> name(f).endsWith(".yaml") && !name(f).endsWith(".fixed.yaml"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

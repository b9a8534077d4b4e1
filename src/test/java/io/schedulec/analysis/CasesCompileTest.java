package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.lower.LoweringOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted for a plan becomes one, or is refused as something that no plan can say. */
final class CasesCompileTest {

  static Stream<Path> cases() {
    try (Stream<Path> files = Files.walk(Path.of("test-schedules"))) {
      return files.filter(CasesCompileTest::schedule).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean schedule(Path file) {
    boolean corpus = file.startsWith("test-schedules/err") || file.startsWith("test-schedules/ok");
    return corpus && file.toString().endsWith(".yaml");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsAcceptedCompilesOrIsRefusedWithAReason(Path file) {
    String text = Sources.read(file.toString(), file).text();

    compiles(Checked.analysis(file.toString(), text, Optional.empty(), Target.PLAN));
  }

  /** Compiles what has no error; the only errors then are refusals. */
  static void compiles(Analysis analysis) {
    if (Checked.errors(analysis.found()).isEmpty() && analysis.model().isPresent()) {
      List<Diagnostic> errors =
          Checked.errors(Compilation.of(analysis, LoweringOptions.DEFAULT).diagnostics());
      assertThat(errors).allMatch(e -> e.kind() == DiagnosticKind.NOT_COMPILABLE);
    }
  }
}

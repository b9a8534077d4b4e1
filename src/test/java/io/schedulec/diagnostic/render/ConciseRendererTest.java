package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConciseRendererTest {
  private static final SourceFile FILE = SourceFile.of("a.yaml", "a: 1\nb: 2\n");

  private static String line(String message, List<String> missing) {
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.CHAIN_INCOMPLETE, new Span(8, 9), message)
            .data("missing", missing)
            .build();
    return new ConciseRenderer(false).render(FILE, diagnostic);
  }

  @Test
  void missingLayersAreNamed() {
    assertThat(line("message", List.of("b.weight", "a.weight_hh_l0")))
        .isEqualTo("a.yaml:2:4: error: message; missing b, a.weight_hh_l0 [SC201]\n");
  }

  @Test
  void noneMissing() {
    assertThat(line("message", List.of())).isEqualTo("a.yaml:2:4: error: message [SC201]\n");
  }

  @Test
  void theMiddleOfALongListIsCounted() {
    assertThat(line("message", List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("a.yaml:2:4: error: message; missing a, b, (3 more), f, g [SC201]\n");
  }

  @Test
  void itStaysInItsLine() {
    assertThat(line("one\ntwo\u001B[2J", List.of()))
        .isEqualTo("a.yaml:2:4: error: one two␛[2J [SC201]\n");
  }
}

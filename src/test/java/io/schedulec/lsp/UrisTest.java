package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrisTest {

  @ParameterizedTest
  @CsvSource({
    "file:///a/b.yaml, /a/b.yaml",
    "file:/a/b.yaml, /a/b.yaml",
    "FILE:///a/b.yaml, /a/b.yaml",
    "file:///a%20b/sch%C3%A9ma.yaml, /a b/schéma.yaml",
    "file:///a b/sché^ma.yaml, /a b/sché^ma.yaml",
    "file:///a%2Fb.yaml, /a/b.yaml",
    "file:///a%zz, /a%zz",
  })
  void files(String uri, String path) {
    assertThat(Uris.file(uri)).contains(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "untitled:",
        "",
        "not a uri",
        "file:",
        "file:relative",
        "file:///a%00b",
        "file://host/a",
        "vscode-vfs://github/a/b.yaml",
        "git:/a/b.yaml?ref",
        "%%%",
      })
  void othersAreNoFiles(String uri) {
    assertThat(Uris.file(uri)).isEmpty();
  }

  @Test
  void theUriOfAPathLeadsBack() {
    Path path = Path.of("/tmp/späces and # ünïcode/%41.yaml");
    assertThat(Uris.file(path.toUri().toString())).contains(path);
  }
}

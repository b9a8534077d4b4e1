package io.schedulec.diagnostic.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonRendererTest {
  private static final SourceFile FILE = SourceFile.of("a.yaml", "😀: x\nb: y\n");

  private static JsonObject parse(List<FileResult> files) {
    return JsonParser.parseString(JsonRenderer.render(files)).getAsJsonObject();
  }

  private static JsonObject only(Diagnostic diagnostic) {
    JsonObject json = parse(List.of(new FileResult(FILE, null, List.of(diagnostic))));
    JsonObject file = json.getAsJsonArray("files").get(0).getAsJsonObject();
    return file.getAsJsonArray("diagnostics").get(0).getAsJsonObject();
  }

  @Test
  void rangesCountCodeUnitsFromOneAndExcludeTheirEnd() {
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(4, 7), "message").build();

    assertThat(only(diagnostic).get("range").toString())
        .isEqualTo("{\"start\":{\"line\":1,\"column\":5},\"end\":{\"line\":2,\"column\":2}}");
  }

  @Test
  void everyCharacterComesThrough() {
    String text = "\u0000\u001B\"\\\u2028\t\n<>&'é😀";
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(0, 0), text).note(text).build();

    assertThat(only(diagnostic).get("message").getAsString()).isEqualTo(text);
    assertThat(only(diagnostic).getAsJsonArray("notes").get(0).getAsString()).isEqualTo(text);
  }

  @Test
  void dataKeepsItsTypes() {
    Diagnostic diagnostic =
        Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(0, 0), "message")
            .data("word", "x")
            .data("number", 3)
            .data("real", 0.5)
            .data("none", Double.NaN)
            .data("truth", true)
            .data("list", List.of("a", List.of(1, 2)))
            .build();

    assertThat(only(diagnostic).get("data").toString())
        .isEqualTo(
            "{\"word\":\"x\",\"number\":3,\"real\":0.5,\"none\":null,\"truth\":true,"
                + "\"list\":[\"a\",[1,2]]}");
  }

  @Test
  void theSummaryCountsBySeverity() {
    List<Diagnostic> found =
        List.of(
            Diagnostic.at(DiagnosticKind.UNKNOWN_KEY, new Span(0, 0), "m").build(),
            Diagnostic.at(DiagnosticKind.NEVER_USED, new Span(0, 0), "m").build(),
            Diagnostic.at(DiagnosticKind.NEVER_USED, new Span(0, 0), "m").build(),
            Diagnostic.at(DiagnosticKind.NO_MODEL, new Span(0, 0), "m").build());
    JsonObject json =
        parse(List.of(new FileResult(FILE, null, found), new FileResult(FILE, "m", List.of())));

    assertThat(json.get("version").getAsInt()).isEqualTo(1);
    assertThat(json.get("summary").toString())
        .isEqualTo(
            "{\"files\":2,\"errors\":1,\"warnings\":2,\"infos\":1,\"allowed\":0,\"known\":0}");
  }

  @Test
  void nothingFoundIsStillAReport() {
    assertThat(parse(List.of()).get("files").toString()).isEqualTo("[]");
  }
}

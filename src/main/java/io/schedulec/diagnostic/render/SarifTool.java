package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.DiagnosticKind;
import java.io.IOException;
import java.util.List;

/** Writes what a log of SARIF says of the program and its rules. */
final class SarifTool {
  private SarifTool() {}

  static void write(JsonWriter json, List<DiagnosticKind> kinds, String version)
      throws IOException {
    json.name("tool").beginObject();
    json.name("driver").beginObject();
    json.name("name").value("schedulec");
    json.name("version").value(version);
    json.name("rules").beginArray();
    for (DiagnosticKind kind : kinds) {
      rule(json, kind);
    }
    json.endArray();
    json.endObject();
    json.endObject();
  }

  private static void rule(JsonWriter json, DiagnosticKind kind) throws IOException {
    json.beginObject();
    json.name("id").value(kind.code());
    json.name("name").value(kind.slug());
    json.name("shortDescription").beginObject().name("text").value(kind.title()).endObject();
    json.name("help").beginObject();
    json.name("text").value("schedulec explain " + kind.code());
    String page = Pages.text(kind).orElse("");
    if (!page.isEmpty()) {
      json.name("markdown").value(page);
    }
    json.endObject();
    json.name("defaultConfiguration").beginObject();
    json.name("level").value(SarifRenderer.level(kind.severity()));
    json.endObject();
    json.endObject();
  }
}

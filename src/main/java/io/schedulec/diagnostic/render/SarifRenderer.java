package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes findings as a log of SARIF 2.1.0. */
public final class SarifRenderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final String FINGERPRINT = "schedulec/v1";

  private final JsonWriter json;
  private final Fingerprints fingerprints = new Fingerprints();

  private SarifRenderer(JsonWriter json) {
    this.json = json;
  }

  /**
   * The findings of some files, ended by {@code \n}.
   *
   * @param version which schedulec found them
   */
  public static String render(List<FileResult> files, String version) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = new JsonWriter(out)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      new SarifRenderer(json).log(files, version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  private void log(List<FileResult> files, String version) throws IOException {
    List<DiagnosticKind> kinds = kinds(files);
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    SarifTool.write(json, kinds, version);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("results").beginArray();
    for (FileResult file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        result(file.source(), diagnostic, kinds.indexOf(diagnostic.kind()));
      }
    }
    json.endArray();
    json.endObject().endArray();
    json.endObject();
  }

  private static List<DiagnosticKind> kinds(List<FileResult> files) {
    TreeSet<DiagnosticKind> kinds = new TreeSet<>();
    for (FileResult file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        kinds.add(diagnostic.kind());
      }
    }
    return new ArrayList<>(kinds);
  }

  private void result(SourceFile source, Diagnostic diagnostic, int rule) throws IOException {
    SarifPlaces places = new SarifPlaces(json, source);
    json.beginObject();
    json.name("ruleId").value(diagnostic.kind().code());
    json.name("ruleIndex").value(rule);
    json.name("level").value(level(diagnostic.severity()));
    text("message", message(diagnostic));
    json.name("locations").beginArray().beginObject();
    places.physical(diagnostic.primary().span());
    if (!diagnostic.yamlPath().isEmpty()) {
      json.name("logicalLocations").beginArray().beginObject();
      json.name("fullyQualifiedName").value(diagnostic.yamlPath());
      json.endObject().endArray();
    }
    if (!diagnostic.primary().text().isEmpty()) {
      text("message", diagnostic.primary().text());
    }
    json.endObject().endArray();
    related(places, diagnostic.labels());
    json.name("partialFingerprints").beginObject();
    json.name(FINGERPRINT).value(fingerprints.next(source.path(), diagnostic));
    json.endObject();
    fixes(places, diagnostic.helps());
    json.endObject();
  }

  private static String message(Diagnostic diagnostic) {
    String cause = diagnostic.cause();
    return cause.isEmpty() ? diagnostic.message() : diagnostic.message() + "\n" + cause;
  }

  private void related(SarifPlaces places, List<Label> labels) throws IOException {
    json.name("relatedLocations").beginArray();
    int id = 0;
    for (Label label : labels) {
      if (!label.text().isEmpty()) {
        json.beginObject();
        json.name("id").value(++id);
        places.physical(label.span());
        text("message", label.text());
        json.endObject();
      }
    }
    json.endArray();
  }

  private void fixes(SarifPlaces places, List<Help> helps) throws IOException {
    json.name("fixes").beginArray();
    for (Help help : helps) {
      if (!help.edits().isEmpty()) {
        json.beginObject();
        text("description", help.text());
        places.replacements(help.edits());
        json.name("properties").beginObject();
        json.name("applicability").value(help.applicability().word());
        json.name("effect").value(help.effect());
        json.endObject();
        json.endObject();
      }
    }
    json.endArray();
  }

  private void text(String name, String text) throws IOException {
    json.name(name).beginObject().name("text").value(text).endObject();
  }

  /** The word of SARIF for a severity. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }
}

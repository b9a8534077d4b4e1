package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes findings for programs.
 *
 * <p>Everything that text shows is here too, so that with the source at hand it can be shown again.
 */
public final class JsonRenderer {
  private static final int VERSION = 1;

  private JsonRenderer() {}

  /** The findings of some files, ended by {@code \n}. */
  public static String render(List<FileResult> files) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = new JsonWriter(out)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("version").value(VERSION);
      json.name("files").beginArray();
      for (FileResult file : files) {
        file(json, file);
      }
      json.endArray();
      summary(json, files);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  private static void file(JsonWriter json, FileResult file) throws IOException {
    json.beginObject();
    json.name("path").value(file.source().path());
    json.name("model").value(file.model());
    json.name("diagnostics").beginArray();
    for (Diagnostic diagnostic : file.diagnostics()) {
      diagnostic(json, file.source(), diagnostic);
    }
    json.endArray();
    json.endObject();
  }

  private static void summary(JsonWriter json, List<FileResult> files) throws IOException {
    json.name("summary").beginObject();
    json.name("files").value(files.size());
    json.name("errors").value(count(files, Severity.ERROR));
    json.name("warnings").value(count(files, Severity.WARNING));
    json.name("infos").value(count(files, Severity.INFO));
    int allowed = 0;
    int known = 0;
    for (FileResult file : files) {
      allowed += file.allowed();
      known += file.known();
    }
    json.name("allowed").value(allowed);
    json.name("known").value(known);
    json.endObject();
  }

  private static int count(List<FileResult> files, Severity severity) {
    int count = 0;
    for (FileResult file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        count += diagnostic.severity() == severity ? 1 : 0;
      }
    }
    return count;
  }

  private static void diagnostic(JsonWriter json, SourceFile source, Diagnostic diagnostic)
      throws IOException {
    json.beginObject();
    json.name("code").value(diagnostic.kind().code());
    json.name("name").value(diagnostic.kind().slug());
    json.name("severity").value(diagnostic.severity().word());
    json.name("message").value(diagnostic.message());
    json.name("range").jsonValue(JsonParts.range(source, diagnostic.primary().span()));
    json.name("yamlPath").value(diagnostic.yamlPath());
    json.name("label").value(diagnostic.primary().text());
    labels(json, source, diagnostic.labels());
    trace(json, diagnostic.figures());
    json.name("cause").value(diagnostic.cause());
    strings(json, "notes", diagnostic.notes());
    helps(json, source, diagnostic.helps());
    data(json, diagnostic.data());
    figures(json, diagnostic.figures());
    strings(json, "commands", diagnostic.commands());
    json.endObject();
  }

  private static void labels(JsonWriter json, SourceFile source, List<Label> labels)
      throws IOException {
    json.name("labels").beginArray();
    for (Label label : labels) {
      json.jsonValue(JsonParts.label(source, label));
    }
    json.endArray();
  }

  private static void trace(JsonWriter json, List<Figure> figures) throws IOException {
    json.name("trace").beginArray();
    for (Figure figure : figures) {
      for (String sentence : figure.sentences()) {
        json.value(sentence);
      }
    }
    json.endArray();
  }

  private static void helps(JsonWriter json, SourceFile source, List<Help> helps)
      throws IOException {
    json.name("helps").beginArray();
    for (Help help : helps) {
      json.beginObject();
      json.name("text").value(help.text());
      json.name("applicability").value(help.applicability().word());
      json.name("effect").value(help.effect());
      json.name("edits").beginArray();
      for (var edit : help.edits()) {
        json.jsonValue(JsonParts.edit(source, edit));
      }
      json.endArray();
      strings(json, "lines", help.lines());
      json.endObject();
    }
    json.endArray();
  }

  private static void data(JsonWriter json, Map<String, Object> data) throws IOException {
    json.name("data").beginObject();
    for (Map.Entry<String, Object> entry : data.entrySet()) {
      json.name(entry.getKey()).jsonValue(JsonParts.value(entry.getValue()));
    }
    json.endObject();
  }

  private static void figures(JsonWriter json, List<Figure> figures) throws IOException {
    json.name("figures").beginArray();
    for (Figure figure : figures) {
      JsonFigures.write(json, figure);
    }
    json.endArray();
  }

  private static void strings(JsonWriter json, String name, List<String> values)
      throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
  }
}

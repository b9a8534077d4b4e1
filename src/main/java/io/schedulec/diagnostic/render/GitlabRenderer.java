package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes findings as a code quality report of GitLab. */
public final class GitlabRenderer {
  private GitlabRenderer() {}

  /** The findings of some files as one list, ended by {@code \n}. */
  public static String render(List<FileResult> files) {
    StringWriter out = new StringWriter();
    Fingerprints fingerprints = new Fingerprints();
    try (JsonWriter json = new JsonWriter(out)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginArray();
      for (FileResult file : files) {
        for (Diagnostic diagnostic : file.diagnostics()) {
          String path = file.source().path();
          issue(json, file.source(), diagnostic, fingerprints.next(path, diagnostic));
        }
      }
      json.endArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  private static void issue(
      JsonWriter json, SourceFile source, Diagnostic diagnostic, String fingerprint)
      throws IOException {
    Position start = source.position(diagnostic.primary().span().start());
    Position end = source.position(diagnostic.primary().span().end());
    json.beginObject();
    json.name("description").value(diagnostic.message());
    json.name("check_name").value(diagnostic.kind().code() + " " + diagnostic.kind().slug());
    json.name("fingerprint").value(fingerprint);
    json.name("severity").value(word(diagnostic.severity()));
    json.name("location").beginObject();
    json.name("path").value(source.path());
    json.name("lines").beginObject();
    json.name("begin").value(start.line());
    json.name("end").value(end.line());
    json.endObject();
    json.endObject();
    json.endObject();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}

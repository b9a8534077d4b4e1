package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Edit;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes places of one file for a log of SARIF. */
final class SarifPlaces {
  private static final String UNESCAPED = "-._~/!$&'()*+,;=@";

  private final JsonWriter json;
  private final SourceFile source;

  SarifPlaces(JsonWriter json, SourceFile source) {
    this.json = json;
    this.source = source;
  }

  /** The file and a region of it. */
  void physical(Span span) throws IOException {
    json.name("physicalLocation").beginObject();
    artifact();
    region("region", span);
    json.endObject();
  }

  /** The edits of a fix, which are all in this file. */
  void replacements(List<Edit> edits) throws IOException {
    json.name("artifactChanges").beginArray().beginObject();
    artifact();
    json.name("replacements").beginArray();
    for (Edit edit : edits) {
      json.beginObject();
      region("deletedRegion", edit.span());
      json.name("insertedContent").beginObject().name("text").value(edit.newText()).endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
  }

  private void artifact() throws IOException {
    json.name("artifactLocation").beginObject().name("uri").value(uri(source.path())).endObject();
  }

  private void region(String name, Span span) throws IOException {
    Position start = source.position(span.start());
    Position end = source.position(span.end());
    json.name(name).beginObject();
    json.name("startLine").value(start.line());
    json.name("startColumn").value(start.column());
    json.name("endLine").value(end.line());
    json.name("endColumn").value(end.column());
    json.endObject();
  }

  /** A path as a reference: relative ones stay so. */
  static String uri(String path) {
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || UNESCAPED.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return uri.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}

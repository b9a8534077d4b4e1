package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.util.List;

/** Small JSON values that are easier to read in one line. */
final class JsonParts {
  private JsonParts() {}

  /** A place as two positions, counted from 1, the end exclusive. */
  static String range(SourceFile source, Span span) {
    String start = position(source.position(span.start()));
    return "{\"start\":" + start + ",\"end\":" + position(source.position(span.end())) + "}";
  }

  private static String position(Position position) {
    return "{\"line\":" + position.line() + ",\"column\":" + position.column() + "}";
  }

  /** A label; {@code primary} only where it is true. */
  static String label(SourceFile source, Label label) throws IOException {
    JsonLine line = new JsonLine();
    line.json().beginObject();
    line.json().name("range").jsonValue(range(source, label.span()));
    line.json().name("text").value(label.text());
    if (label.primary()) {
      line.json().name("primary").value(true);
    }
    line.json().endObject();
    return line.text();
  }

  /** An edit. */
  static String edit(SourceFile source, Edit edit) throws IOException {
    JsonLine line = new JsonLine();
    line.json().beginObject();
    line.json().name("range").jsonValue(range(source, edit.span()));
    line.json().name("newText").value(edit.newText());
    line.json().endObject();
    return line.text();
  }

  /** A fact for programs: a string, number, boolean, or list of them. */
  static String value(Object value) throws IOException {
    JsonLine line = new JsonLine();
    value(line.json(), value);
    return line.text();
  }

  private static void value(JsonWriter json, Object value) throws IOException {
    if (value instanceof List<?> list) {
      json.beginArray();
      for (Object item : list) {
        value(json, item);
      }
      json.endArray();
    } else if (value instanceof Boolean truth) {
      json.value(truth);
    } else if (value instanceof Double real && !Double.isFinite(real)) {
      json.nullValue();
    } else if (value instanceof Number number) {
      json.value(number);
    } else {
      json.value(value.toString());
    }
  }
}

package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Label;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Small JSON values that are easier to read in one line. */
final class JsonParts {
  private JsonParts() {}

  /** Writes a value. */
  interface Writing {
    void to(JsonWriter json) throws IOException;
  }

  /** A value in one line. */
  static String line(Writing writing) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = new JsonWriter(out)) {
      json.setHtmlSafe(false);
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A place as two positions, counted from 1, the end exclusive. */
  static String range(SourceFile source, Span span) {
    String start = position(source.position(span.start()));
    return "{\"start\":" + start + ",\"end\":" + position(source.position(span.end())) + "}";
  }

  private static String position(Position position) {
    return "{\"line\":" + position.line() + ",\"column\":" + position.column() + "}";
  }

  /** A label; {@code primary} only where it is true. */
  static String label(SourceFile source, Label label) {
    return line(
        json -> {
          json.beginObject();
          json.name("range").jsonValue(range(source, label.span()));
          json.name("text").value(label.text());
          if (label.primary()) {
            json.name("primary").value(true);
          }
          json.endObject();
        });
  }

  /** An edit. */
  static String edit(SourceFile source, Edit edit) {
    return line(
        json -> {
          json.beginObject();
          json.name("range").jsonValue(range(source, edit.span()));
          json.name("newText").value(edit.newText());
          json.endObject();
        });
  }

  /** A fact for programs: a string, number, boolean, or list of them. */
  static String value(Object value) {
    return line(json -> value(json, value));
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

package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;

/** A JSON value written without line breaks. */
final class JsonLine {
  private final StringWriter out = new StringWriter();
  private final JsonWriter json = new JsonWriter(out);

  /** Where the value is written to. */
  JsonWriter json() {
    return json;
  }

  /** The value, which is complete. */
  String text() throws IOException {
    json.flush();
    return out.toString();
  }
}

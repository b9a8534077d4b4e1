package io.schedulec.text;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

/** JSON that reads well: one entry a line. */
public final class Json {
  /** Writes one value. */
  @FunctionalInterface
  public interface Body {
    /** Writes it. */
    void write(JsonWriter json) throws IOException;
  }

  private Json() {}

  /** The text of an object with the given contents. */
  public static String object(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "));
      json.beginObject();
      body.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append("\n").toString();
  }

  /** Writes an array or object on one line. */
  public static void oneLine(JsonWriter json, Body body) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    StringWriter text = new StringWriter();
    JsonWriter inner = new JsonWriter(text);
    body.write(inner);
    inner.flush();
    json.setFormattingStyle(style);
    json.jsonValue(text.toString());
  }

  /** Writes a number under a name; one that is not known is null. */
  public static void number(JsonWriter json, String name, OptionalLong number) throws IOException {
    json.name(name);
    if (number.isPresent()) {
      json.value(number.getAsLong());
    } else {
      json.nullValue();
    }
  }

  /** Writes a list of numbers under a name. */
  public static void numbers(JsonWriter json, String name, List<? extends Number> numbers)
      throws IOException {
    json.name(name).beginArray();
    for (Number number : numbers) {
      json.value(number);
    }
    json.endArray();
  }
}

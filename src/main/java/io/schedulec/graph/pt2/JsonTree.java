package io.schedulec.graph.pt2;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.schedulec.graph.UnreadableModelException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * Reads the JSON of one entry.
 *
 * <p>What is long and of no use, stack traces above all, is left out.
 */
final class JsonTree {
  /** Graphs within graphs take about ten levels each. */
  private static final int DEEPEST = 120;

  private static final Set<String> LEFT_OUT =
      Set.of("stack_trace", "torch_fn", "module_call_graph", "guards_code", "verifiers");

  private final Archive archive;
  private final String entry;

  /** For an entry of an archive. */
  JsonTree(Archive archive, String entry) {
    this.archive = archive;
    this.entry = entry;
  }

  /** The whole text as one value. */
  Json read(Reader text) throws IOException {
    JsonReader reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement root = value(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw invalid(reader, "more follows its end");
      }
      return new Json(archive, entry, root);
    } catch (EOFException e) {
      throw invalid(reader, "the text ends");
    } catch (MalformedJsonException | NumberFormatException e) {
      throw invalid(reader, "the text is no JSON");
    }
  }

  private UnreadableModelException invalid(JsonReader reader, String what) {
    String path = reader.getPath();
    return archive.damaged(entry, what + " at " + path.substring(0, Math.min(200, path.length())));
  }

  private JsonElement value(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw invalid(reader, "it is nested more than " + DEEPEST + " levels deep");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> number(reader);
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw invalid(reader, "a value is missing");
    };
  }

  /** Numbers are long or double, so that nothing calculates with a million digits. */
  private JsonPrimitive number(JsonReader reader) throws IOException {
    String digits = reader.nextString();
    if (digits.length() > 400) {
      throw invalid(reader, "a number has " + digits.length() + " digits");
    }
    try {
      return new JsonPrimitive(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return new JsonPrimitive(Double.parseDouble(digits));
    }
  }

  private JsonArray array(JsonReader reader, int depth) throws IOException {
    JsonArray array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value(reader, depth + 1));
    }
    reader.endArray();
    return array;
  }

  private JsonObject object(JsonReader reader, int depth) throws IOException {
    JsonObject object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (LEFT_OUT.contains(name)) {
        reader.skipValue();
        continue;
      }
      if (object.has(name)) {
        throw invalid(reader, "a name stands twice in an object");
      }
      object.add(name, value(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }
}

package io.schedulec.graph.pt2;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.schedulec.graph.UnreadableModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows where it stands, for what has to be said if it is not as it should be.
 */
final class Json {
  private final Archive archive;
  private final String entry;
  private final JsonElement value;
  private final @Nullable Json parent;
  private final String step;

  /** The value that an entry of an archive is. */
  Json(Archive archive, String entry, JsonElement value) {
    this(archive, entry, value, null, "");
  }

  private Json(
      Archive archive, String entry, JsonElement value, @Nullable Json parent, String step) {
    this.archive = archive;
    this.entry = entry;
    this.value = value;
    this.parent = parent;
    this.step = step;
  }

  /** A member that has to be there. */
  Json member(String name) {
    return find(name).orElseThrow(() -> wrong("has no " + name));
  }

  /** A member that may be absent or null. */
  Optional<Json> find(String name) {
    JsonElement found = object().get(name);
    return found == null || found.isJsonNull()
        ? Optional.empty()
        : Optional.of(new Json(archive, entry, found, this, name));
  }

  /** All members, in order. */
  Map<String, Json> members() {
    Map<String, Json> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> member : object().entrySet()) {
      String name = member.getKey();
      members.put(name, new Json(archive, entry, member.getValue(), this, name));
    }
    return members;
  }

  private JsonObject object() {
    if (!value.isJsonObject()) {
      throw wrong("is no object");
    }
    return value.getAsJsonObject();
  }

  /** The name of the only member of a value that is one of several kinds. */
  String kind() {
    JsonObject object = object();
    if (object.size() != 1) {
      throw wrong("has " + object.size() + " kinds instead of one");
    }
    return object.keySet().iterator().next();
  }

  /** The elements of a list. */
  List<Json> items() {
    if (!value.isJsonArray()) {
      throw wrong("is no list");
    }
    List<Json> items = new ArrayList<>(value.getAsJsonArray().size());
    for (JsonElement item : value.getAsJsonArray()) {
      items.add(new Json(archive, entry, item, this, "[" + items.size() + "]"));
    }
    return items;
  }

  /** Whether this is a list. */
  boolean isList() {
    return value.isJsonArray();
  }

  /** Whether this is an object. */
  boolean isObject() {
    return value.isJsonObject();
  }

  /** A text. */
  String text() {
    if (!primitive() || !value.getAsJsonPrimitive().isString()) {
      throw wrong("is no text");
    }
    return value.getAsString();
  }

  /** A whole number. */
  long integer() {
    if (!primitive() || !(number() instanceof Long whole)) {
      throw wrong("is no whole number");
    }
    return whole;
  }

  /** A number, of which the infinite ones are written as texts. */
  double real() {
    Number number = primitive() ? number() : null;
    if (number != null) {
      return number.doubleValue();
    }
    return switch (text()) {
      case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
      case "NaN", "nan" -> Double.NaN;
      default -> throw wrong("is no number");
    };
  }

  /** A truth value. */
  boolean flag() {
    if (!primitive() || !value.getAsJsonPrimitive().isBoolean()) {
      throw wrong("is neither true nor false");
    }
    return value.getAsBoolean();
  }

  private boolean primitive() {
    return value.isJsonPrimitive();
  }

  private @Nullable Number number() {
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    return primitive.isNumber() ? primitive.getAsNumber() : null;
  }

  /** What to throw if this value is not as it should be. */
  UnreadableModelException wrong(String what) {
    return archive.damaged(entry, place() + " " + what);
  }

  private String place() {
    StringBuilder path = new StringBuilder();
    for (Json at = this; at.parent != null; at = at.parent) {
      boolean first = path.isEmpty() || path.charAt(0) == '[';
      path.insert(0, first ? at.step : at.step + ".");
    }
    return path.isEmpty() ? "the text" : path.toString();
  }
}

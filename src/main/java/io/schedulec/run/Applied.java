package io.schedulec.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.schedulec.plan.Header;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The plans that a model has been through, as its metadata records them: a JSON list of {@code
 * {"plan": digest, "schedule": file name, "digest": of the schedule, "until": epoch}}.
 */
public final class Applied {
  /** The metadata key. */
  public static final String KEY = "schedulec.applied";

  private final JsonArray entries;

  private Applied(JsonArray entries) {
    this.entries = entries;
  }

  /**
   * Reads the record of a model.
   *
   * @param metadata the value of the key, empty where the model has none
   * @throws UnrunnableException if it is not such a record
   */
  static Applied read(Optional<String> metadata) {
    if (metadata.isEmpty()) {
      return new Applied(new JsonArray());
    }
    try {
      JsonElement json = JsonParser.parseString(metadata.get());
      if (json.isJsonArray()) {
        return new Applied(json.getAsJsonArray());
      }
    } catch (JsonParseException e) {
      // Said below, like any other value that is no record.
    }
    throw new UnrunnableException(
        "the model's metadata key " + KEY + " does not hold a list of applied plans");
  }

  /**
   * Whether a plan is among them, or another plan of the same schedule: a model that was thinned
   * has another structure, so that its plan is another too.
   */
  boolean contains(String planDigest, String scheduleDigest) {
    for (JsonElement entry : entries) {
      if (entry instanceof JsonObject object
          && (holds(object, "plan", planDigest) || holds(object, "digest", scheduleDigest))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(JsonObject entry, String name, String value) {
    return entry.get(name) instanceof JsonPrimitive text && text.getAsString().equals(value);
  }

  /**
   * The record with one more plan, as text.
   *
   * @param header the plan's header
   */
  String with(String planDigest, Header header, OptionalInt until) {
    JsonObject entry = new JsonObject();
    entry.addProperty("plan", planDigest);
    entry.addProperty("schedule", header.schedule());
    entry.addProperty("digest", header.scheduleDigest());
    until.ifPresent(epoch -> entry.addProperty("until", epoch));
    JsonArray longer = entries.deepCopy();
    longer.add(entry);
    return longer.toString();
  }
}

package io.schedulec.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The plans that a model has been through, as its metadata records them: a JSON list of {@code
 * {"plan": digest, "schedule": file name, "until": epoch}}.
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

  /** Whether a plan is among them. */
  boolean contains(String planDigest) {
    for (JsonElement entry : entries) {
      if (entry instanceof JsonObject object
          && object.get("plan") != null
          && object.get("plan").isJsonPrimitive()
          && object.get("plan").getAsString().equals(planDigest)) {
        return true;
      }
    }
    return false;
  }

  /** The record with one more plan, as text. */
  String with(String planDigest, String schedule, OptionalInt until) {
    JsonObject entry = new JsonObject();
    entry.addProperty("plan", planDigest);
    entry.addProperty("schedule", schedule);
    until.ifPresent(epoch -> entry.addProperty("until", epoch));
    JsonArray longer = entries.deepCopy();
    longer.add(entry);
    return longer.toString();
  }
}

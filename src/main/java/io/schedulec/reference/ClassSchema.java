package io.schedulec.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Retired;

/** A class as a JSON Schema. */
final class ClassSchema {
  /** Keys that the trainer sets itself; a pattern accepts them and offers none of them. */
  private static final String INJECTED = "^(name|model|optimizer|last_epoch)$";

  private ClassSchema() {}

  /** The name of a class as a value of {@code class}. */
  static JsonObject name(ClassSpec spec) {
    JsonObject schema = new JsonObject();
    schema.addProperty("const", spec.name());
    schema.addProperty("description", spec.doc());
    if (Retired.today(spec.name()).isPresent()) {
      schema.addProperty("deprecated", true);
    }
    return schema;
  }

  /** An instance of the class. */
  static JsonObject of(ClassSpec spec) {
    JsonObject properties = JsonSchema.property("class", new JsonObject());
    JsonArray required = new JsonArray();
    for (KeySpec key : spec.keys()) {
      properties.add(key.name(), KeySchema.of(key));
      if (key.required()) {
        required.add(key.name());
      }
    }
    JsonObject schema = new JsonObject();
    schema.addProperty("title", spec.name());
    schema.addProperty("description", description(spec));
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    schema.add("patternProperties", JsonSchema.property(INJECTED, ignored()));
    schema.add("required", required);
    schema.addProperty("additionalProperties", false);
    return schema;
  }

  private static JsonObject ignored() {
    JsonObject schema = JsonSchema.described("Ignored: the trainer sets it itself.");
    schema.addProperty("deprecated", true);
    return schema;
  }

  private static String description(ClassSpec spec) {
    StringBuilder text = new StringBuilder(spec.doc());
    spec.notes().forEach(note -> text.append("\n\n").append(note));
    return text.toString();
  }
}

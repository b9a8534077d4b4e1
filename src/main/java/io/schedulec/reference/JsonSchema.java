package io.schedulec.reference;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;

/**
 * The schedule language as a JSON Schema, draft 2020-12, for editors that know YAML only.
 *
 * <p>It refuses what no schedule may have, key by key; what several keys, names or epochs say
 * together is for {@code check}. Below the sections it refuses every key that is not known; above
 * them some hold anchors for later use.
 */
public final class JsonSchema {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String DEFINITIONS = "#/$defs/";

  private final JsonObject definitions = new JsonObject();

  private JsonSchema() {}

  /** The schema, ended by a line end. */
  public static String text() {
    return GSON.toJson(new JsonSchema().schema()) + "\n";
  }

  private JsonObject schema() {
    JsonObject properties = new JsonObject();
    properties.add("version", described("By convention 1; it is not looked at."));
    for (Section section : Section.values()) {
      properties.add(section.key(), section(section));
      definitions.add(instance(section), instances(section));
      definitions.add(section.reference(), ReferenceSchema.of(section));
    }
    definitions.add("policy", PolicySchema.of());
    properties.add("policies", policies());
    JsonObject schema = new JsonObject();
    schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.addProperty("$id", "urn:schedulec:schedule");
    schema.addProperty("title", "pruning schedule");
    schema.addProperty("description", "What to prune, when, and by which class.");
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    schema.add("anyOf", withoutPolicies());
    schema.add("$defs", definitions);
    return schema;
  }

  private static JsonObject section(Section section) {
    JsonObject schema = described(section.doc());
    schema.addProperty("type", "object");
    schema.add("additionalProperties", reference(instance(section)));
    if (section == Section.QUANTIZERS) {
      schema.addProperty("maxProperties", 1);
    }
    return schema;
  }

  private static JsonObject policies() {
    JsonObject schema = described("When each instance acts, in the order of the file.");
    schema.addProperty("type", "array");
    schema.add("items", reference("policy"));
    return schema;
  }

  /**
   * Policies are required, except of a file that only configures a quantizer for a trained model.
   */
  private static JsonArray withoutPolicies() {
    JsonArray names = new JsonArray();
    for (ClassSpec spec : Catalog.classes(Section.QUANTIZERS)) {
      if (spec.has(Trait.POST_TRAINING)) {
        names.add(spec.name());
      }
    }
    JsonObject named = new JsonObject();
    named.add("enum", names);
    JsonObject instance = new JsonObject();
    instance.add("properties", property("class", named));
    JsonObject section = new JsonObject();
    section.add("additionalProperties", instance);
    JsonObject quantizer = required(Section.QUANTIZERS.key());
    quantizer.add("properties", property(Section.QUANTIZERS.key(), section));
    JsonArray either = new JsonArray();
    either.add(required("policies"));
    either.add(quantizer);
    return either;
  }

  /** Any instance of a section: which class it is of decides which keys it may have. */
  private JsonObject instances(Section section) {
    JsonArray names = new JsonArray();
    JsonArray choices = new JsonArray();
    for (ClassSpec spec : Catalog.classes(section)) {
      names.add(ClassSchema.name(spec));
      definitions.add(spec.name(), ClassSchema.of(spec));
      choices.add(choice(spec));
    }
    JsonObject name = described("The class, which decides on the other keys.");
    name.add("oneOf", names);
    JsonObject schema = required("class");
    schema.addProperty("type", "object");
    schema.add("properties", property("class", name));
    schema.add("allOf", choices);
    return schema;
  }

  private static JsonObject choice(ClassSpec spec) {
    JsonObject named = new JsonObject();
    named.addProperty("const", spec.name());
    JsonObject condition = required("class");
    condition.add("properties", property("class", named));
    JsonObject choice = new JsonObject();
    choice.add("if", condition);
    choice.add("then", reference(spec.name()));
    return choice;
  }

  private static String instance(Section section) {
    return section.reference() + "-instance";
  }

  static JsonObject reference(String name) {
    JsonObject schema = new JsonObject();
    schema.addProperty("$ref", DEFINITIONS + name);
    return schema;
  }

  static JsonObject described(String text) {
    JsonObject schema = new JsonObject();
    schema.addProperty("description", text);
    return schema;
  }

  static JsonObject required(String... keys) {
    JsonArray names = new JsonArray();
    for (String key : keys) {
      names.add(key);
    }
    JsonObject schema = new JsonObject();
    schema.add("required", names);
    return schema;
  }

  static JsonObject property(String key, JsonObject value) {
    JsonObject properties = new JsonObject();
    properties.add(key, value);
    return properties;
  }

  /** A policy: one reference, and the epochs. */
  private static final class PolicySchema {
    private static JsonObject of() {
      JsonObject properties = new JsonObject();
      JsonArray references = new JsonArray();
      for (Section section : Section.values()) {
        properties.add(section.reference(), reference(section.reference()));
        references.add(required(section.reference()));
      }
      for (KeySpec key : PolicyShape.TIMING) {
        properties.add(key.name(), KeySchema.of(key));
      }
      JsonArray timings = new JsonArray();
      timings.add(required(PolicyShape.EPOCHS.name()));
      timings.add(
          required(PolicyShape.START.name(), PolicyShape.END.name(), PolicyShape.FREQUENCY.name()));
      JsonObject schema = described("What acts, and in which epochs.");
      schema.addProperty("type", "object");
      schema.add("properties", properties);
      JsonArray both = new JsonArray();
      both.add(anyOf(references));
      both.add(anyOf(timings));
      schema.add("allOf", both);
      schema.addProperty("additionalProperties", false);
      return schema;
    }

    private static JsonObject anyOf(JsonArray choices) {
      JsonObject schema = new JsonObject();
      schema.add("anyOf", choices);
      return schema;
    }
  }

  /** A reference: the instance, and settings where they are read. */
  private static final class ReferenceSchema {
    private static JsonObject of(Section section) {
      JsonObject properties = new JsonObject();
      properties.add(PolicyShape.INSTANCE_NAME.name(), KeySchema.of(PolicyShape.INSTANCE_NAME));
      JsonObject args = KeySchema.of(PolicyShape.ARGS);
      JsonObject settings = new JsonObject();
      for (KeySpec key : PolicyShape.args(section)) {
        settings.add(key.name(), KeySchema.of(key));
      }
      args.add("properties", settings);
      args.addProperty("additionalProperties", settings.isEmpty());
      properties.add(PolicyShape.ARGS.name(), args);
      JsonObject schema = required(PolicyShape.INSTANCE_NAME.name());
      schema.addProperty("description", "The " + section.reference() + " that acts.");
      schema.addProperty("type", "object");
      schema.add("properties", properties);
      schema.addProperty("additionalProperties", false);
      return schema;
    }
  }
}

package io.schedulec.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Outcome;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.ValueType;
import java.math.BigDecimal;
import java.util.Optional;

/** A key and its values as a JSON Schema. */
final class KeySchema {
  /** Bounds beyond this are there for the machine only. */
  private static final double FAR = 1e15;

  private KeySchema() {}

  static JsonObject of(KeySpec key) {
    JsonObject schema = type(key.type());
    if (key.nullable() && !(key.type() instanceof ValueType.Any)) {
      schema = either(schema, type(new ValueType.Nothing()));
    }
    schema.addProperty("description", description(key));
    if (!key.defaultText().isEmpty()) {
      schema.add("default", value(key.defaultText()));
    }
    return schema;
  }

  private static String description(KeySpec key) {
    StringBuilder text = new StringBuilder(key.doc());
    for (Outcome outcome : key.outcomes()) {
      text.append("\n\nIf ").append(outcome.mistake().words()).append(": ").append(outcome.text());
    }
    return text.toString();
  }

  /** A default as a value. */
  private static JsonElement value(String text) {
    return switch (text) {
      case "null" -> JsonNull.INSTANCE;
      case "True" -> new JsonPrimitive(true);
      case "False" -> new JsonPrimitive(false);
      default ->
          text.matches("-?\\d+(\\.\\d+)?")
              ? new JsonPrimitive(new BigDecimal(text))
              : new JsonPrimitive(text);
    };
  }

  /** The values of a type. */
  static JsonObject type(ValueType type) {
    JsonObject schema = new JsonObject();
    if (type instanceof ValueType.Real real) {
      schema.addProperty("type", "number");
      bounds(schema, real.min(), real.max());
    } else if (type instanceof ValueType.Int whole) {
      schema.addProperty("type", "integer");
      bounds(schema, whole.min(), whole.max() == Integer.MAX_VALUE ? FAR : whole.max());
    } else if (type instanceof ValueType.Choice choice) {
      choice(schema, choice);
    } else if (type instanceof ValueType.Bool) {
      schema.addProperty("type", "boolean");
    } else if (type instanceof ValueType.Text) {
      schema.add("type", types("string", "number", "boolean"));
    } else if (type instanceof ValueType.AnyMap) {
      schema.addProperty("type", "object");
    } else if (type instanceof ValueType.Nothing) {
      schema.addProperty("type", "null");
    } else if (type instanceof ValueType.Function) {
      schema.add("not", new JsonObject());
    } else if (type instanceof ValueType.Either either) {
      return either(type(either.first()), type(either.second()));
    } else if (!(type instanceof ValueType.Any)) {
      collection(schema, type);
    }
    return schema;
  }

  private static void collection(JsonObject schema, ValueType type) {
    if (type instanceof ValueType.Weights) {
      weights(schema);
    } else if (type instanceof ValueType.ParamMap map) {
      schema.addProperty("type", "object");
      schema.addProperty("minProperties", 1);
      schema.add("additionalProperties", type(map.value()));
      if (map.starred()) {
        schema.add("required", JsonSchema.required("*").get("required"));
      }
    } else if (type instanceof ValueType.ListOf list) {
      schema.addProperty("type", "array");
      schema.add("items", type(list.item()));
      schema.addProperty("minItems", list.least());
      if (list.most() < Integer.MAX_VALUE) {
        schema.addProperty("maxItems", list.most());
      }
    } else if (type instanceof ValueType.Pair pair) {
      pair(schema, pair);
    } else if (type instanceof ValueType.Keyed keyed) {
      keyed(schema, keyed);
    } else if (type instanceof ValueType.ByModule modules) {
      schema.addProperty("type", "object");
      schema.add("additionalProperties", type(modules.settings()));
    } else {
      throw new AssertionError(type);
    }
  }

  private static void choice(JsonObject schema, ValueType.Choice choice) {
    JsonArray words = new JsonArray();
    JsonArray choices = new JsonArray();
    for (String word : choice.words()) {
      Optional<String> today = Retired.today(word);
      if (today.isPresent() && choice.binding()) {
        choices.add(old(word, today.get()));
      } else {
        words.add(word);
      }
    }
    if (!choice.binding()) {
      schema.addProperty("type", "string");
      schema.add("examples", words);
    } else if (choices.isEmpty()) {
      schema.add("enum", words);
    } else {
      JsonObject usual = new JsonObject();
      usual.add("enum", words);
      choices.add(usual);
      schema.add("anyOf", choices);
    }
  }

  /** A word that is understood and no longer usual. */
  private static JsonObject old(String word, String today) {
    JsonObject schema = JsonSchema.described("An older word for `" + today + "`.");
    schema.addProperty("const", word);
    schema.addProperty("deprecated", true);
    return schema;
  }

  private static void weights(JsonObject schema) {
    JsonObject name = new JsonObject();
    name.addProperty("type", "string");
    JsonObject list = new JsonObject();
    list.addProperty("type", "array");
    list.add("items", name);
    list.addProperty("minItems", 1);
    JsonObject text = JsonSchema.described("A text is searched for names: write a list.");
    text.addProperty("type", "string");
    text.addProperty("deprecated", true);
    either(list, text).entrySet().forEach(e -> schema.add(e.getKey(), e.getValue()));
  }

  private static void pair(JsonObject schema, ValueType.Pair pair) {
    JsonArray both = new JsonArray();
    both.add(type(pair.first()));
    both.add(type(pair.second()));
    schema.addProperty("type", "array");
    schema.add("prefixItems", both);
    schema.addProperty("minItems", 2);
    schema.addProperty("maxItems", 2);
  }

  private static void keyed(JsonObject schema, ValueType.Keyed keyed) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (KeySpec key : keyed.keys()) {
      properties.add(key.name(), of(key));
      if (key.required()) {
        required.add(key.name());
      }
    }
    schema.addProperty("type", "object");
    schema.add("properties", properties);
    schema.add("required", required);
    schema.addProperty("additionalProperties", false);
  }

  private static JsonObject either(JsonObject first, JsonObject second) {
    JsonArray both = new JsonArray();
    both.add(first);
    both.add(second);
    JsonObject schema = new JsonObject();
    schema.add("anyOf", both);
    return schema;
  }

  private static void bounds(JsonObject schema, double min, double max) {
    if (min > -FAR) {
      schema.add("minimum", number(min));
    }
    if (max < FAR) {
      schema.add("maximum", number(max));
    }
  }

  private static JsonPrimitive number(double value) {
    return value == Math.rint(value) ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
  }

  private static JsonArray types(String... names) {
    JsonArray types = new JsonArray();
    for (String name : names) {
      types.add(name);
    }
    return types;
  }
}

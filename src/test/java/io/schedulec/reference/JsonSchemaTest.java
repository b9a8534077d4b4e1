package io.schedulec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.ValueType;
import io.schedulec.corpus.Case;
import io.schedulec.corpus.CaseRunner;
import io.schedulec.corpus.Claim;
import io.schedulec.corpus.Suite;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Shared;
import io.schedulec.yaml.YamlReader;
import io.schedulec.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema lets pass and what it refuses, by a validator that is not ours. */
final class JsonSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(JsonSchema.text(), InputFormat.JSON);

  /** Findings that a schema can make, where it is an error of a value or key by itself. */
  private static final Set<String> CODES =
      Set.of("SC402", "SC403", "SC404", "SC405", "SC406", "SC407", "SC408");

  /** Errors of these codes that only several keys make, or the way in which a value is written. */
  private static final Set<String> BEYOND =
      Set.of(
          "SC405/blocks-without-shape.yaml",
          "SC405/gradients-of-plain-masks.yaml",
          "SC406/alias-of-instance.yaml",
          "SC406/date-key.yaml",
          "SC407/block-with-extent.yaml",
          "SC407/gammas-for-each-milestone.yaml",
          "SC407/initial-above-final.yaml",
          "SC407/milestones-unsorted.yaml");

  static Stream<Case> silent() {
    return Suite.at(Path.of("test-schedules", "ok")).cases().stream();
  }

  static Stream<Case> wrong() {
    return Suite.at(Path.of("test-schedules", "err")).cases().stream()
        .filter(one -> CODES.contains(one.code()))
        .filter(JsonSchemaTest::claimsErrorOf);
  }

  static List<Path> published() {
    return Shared.files("schedules/distiller", ".yaml");
  }

  @Test
  void theSchemaIsAJsonSchema() {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(JsonSchema.text(), InputFormat.JSON)).isEmpty();
    String broken = JsonSchema.text().replaceFirst("\"minItems\": 1", "\"minItems\": \"one\"");
    assertThat(meta.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void theSchemaIsAsBefore() {
    Golden.check(Path.of("src/test/resources/reference/schedule.schema.json"), JsonSchema.text());
  }

  @ParameterizedTest
  @MethodSource("silent")
  void silentSchedulesPass(Case one) {
    assertThat(errors(CaseRunner.source(one))).as("%s", one.name()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void mistakesInSingleKeysAreRefused(Case one) {
    boolean beyond = BEYOND.stream().anyMatch(name -> one.name().endsWith(name));
    assertThat(errors(CaseRunner.source(one)).isEmpty()).as("%s", one.name()).isEqualTo(beyond);
  }

  @Test
  void publishedSchedulesPass() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : published()) {
      SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
      List<String> errors = errors(source);
      if (!errors.isEmpty()) {
        refused.add(file.getFileName() + ": " + errors.get(0));
      }
    }
    if (Shared.present()) {
      Golden.check(
          Path.of("src/test/resources/reference/published.txt"), String.join("\n", refused) + "\n");
    }
  }

  @Test
  void eachTypeOfValueHasASchema() {
    ValueType number = new ValueType.Real(0, 1);
    ValueType word = new ValueType.Choice(List.of("a", "b"), true);
    List<ValueType> samples =
        List.of(
            number,
            word,
            new ValueType.Int(1, 4),
            new ValueType.Bool(),
            new ValueType.Text(),
            new ValueType.Weights(),
            new ValueType.ParamMap(number, true),
            new ValueType.ListOf(number, 2, 2),
            new ValueType.Pair(number, word),
            new ValueType.Keyed(List.of()),
            new ValueType.ByModule(new ValueType.Keyed(List.of())),
            new ValueType.Either(number, word),
            new ValueType.AnyMap(),
            new ValueType.Function(),
            new ValueType.Nothing(),
            new ValueType.Any());

    assertThat(samples.stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(ValueType.class.getPermittedSubclasses());
    for (ValueType sample : samples) {
      assertThat(KeySchema.type(sample).isEmpty()).isEqualTo(sample instanceof ValueType.Any);
    }
  }

  @Test
  void eachClassHasItsKeysDescribed() {
    JsonObject definitions =
        JsonParser.parseString(JsonSchema.text()).getAsJsonObject().getAsJsonObject("$defs");
    for (Section section : Section.values()) {
      for (ClassSpec spec : Catalog.classes(section)) {
        JsonObject keys = definitions.getAsJsonObject(spec.name()).getAsJsonObject("properties");
        spec.keys()
            .forEach(
                key ->
                    assertThat(keys.getAsJsonObject(key.name()).get("description").getAsString())
                        .startsWith(key.doc()));
      }
    }
  }

  private static boolean claimsErrorOf(Case one) {
    return Claim.in(CaseRunner.source(one).text()).stream()
        .anyMatch(claim -> claim.code().equals(one.code()) && claim.severity().equals("error"));
  }

  private static List<String> errors(SourceFile source) {
    JsonElement json =
        YamlReader.read(source, finding -> {})
            .map(document -> json(document.root()))
            .orElse(JsonNull.INSTANCE);
    List<Error> errors = SCHEMA.validate(json.toString(), InputFormat.JSON);
    return errors.stream().map(e -> e.getInstanceLocation() + " " + e.getMessage()).toList();
  }

  /** A value as the trainer's own loader reads it. */
  private static JsonElement json(YamlValue value) {
    if (value.resolved() instanceof YamlValue.Mapping mapping) {
      JsonObject object = new JsonObject();
      mapping.entries().forEach(entry -> object.add(entry.key().text(), json(entry.value())));
      return object;
    }
    if (value.resolved() instanceof YamlValue.Sequence sequence) {
      JsonArray array = new JsonArray();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return value.resolved() instanceof YamlValue.Scalar scalar ? json(scalar) : JsonNull.INSTANCE;
  }

  private static JsonElement json(YamlValue.Scalar scalar) {
    return switch (scalar.type()) {
      case NULL -> JsonNull.INSTANCE;
      case BOOL -> new JsonPrimitive(scalar.truth().orElseThrow());
      case INT -> new JsonPrimitive(scalar.number().orElseThrow().longValue());
      case FLOAT -> new JsonPrimitive(scalar.number().orElseThrow());
      case TIMESTAMP, MERGE, STRING -> new JsonPrimitive(scalar.text());
    };
  }
}

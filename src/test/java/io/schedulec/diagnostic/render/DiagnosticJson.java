package io.schedulec.diagnostic.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Figure.Chains;
import io.schedulec.diagnostic.Figure.Joins.Joined;
import io.schedulec.diagnostic.Figure.Sources.Source;
import io.schedulec.diagnostic.Figure.Timeline.Firings;
import io.schedulec.diagnostic.Help;
import io.schedulec.diagnostic.Label;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads a finding back, as another program would that has the source too. */
final class DiagnosticJson {
  private final SourceFile file;

  private DiagnosticJson(SourceFile file) {
    this.file = file;
  }

  /** The only finding of a report on one file. */
  static Diagnostic read(String json, SourceFile file) {
    JsonObject result = JsonParser.parseString(json).getAsJsonObject();
    JsonObject first = result.getAsJsonArray("files").get(0).getAsJsonObject();
    JsonArray diagnostics = first.getAsJsonArray("diagnostics");
    return new DiagnosticJson(file).diagnostic(diagnostics.get(0).getAsJsonObject());
  }

  private Diagnostic diagnostic(JsonObject json) {
    return new Diagnostic(
        DiagnosticKind.find(string(json, "code")).orElseThrow(),
        Severity.valueOf(string(json, "severity").toUpperCase(Locale.ROOT)),
        string(json, "message"),
        new Label(range(json), string(json, "label"), true),
        list(json, "labels", this::label),
        list(json, "figures", DiagnosticJson::figure),
        string(json, "cause"),
        strings(json, "notes"),
        list(json, "helps", this::help),
        Map.of(),
        strings(json, "commands"),
        string(json, "yamlPath"));
  }

  private Label label(JsonObject json) {
    return new Label(range(json), string(json, "text"), json.has("primary"));
  }

  private Help help(JsonObject json) {
    return new Help(
        string(json, "text"),
        Applicability.valueOf(string(json, "applicability").toUpperCase(Locale.ROOT)),
        list(json, "edits", edit -> new Edit(range(edit), string(edit, "newText"))),
        strings(json, "lines"),
        string(json, "effect"));
  }

  private Span range(JsonObject json) {
    JsonObject range = json.getAsJsonObject("range");
    return new Span(offset(range, "start"), offset(range, "end"));
  }

  private int offset(JsonObject range, String end) {
    JsonObject position = range.getAsJsonObject(end);
    return file.lineStart(number(position, "line")) + number(position, "column") - 1;
  }

  private static Figure figure(JsonObject json) {
    return switch (string(json, "type")) {
      case "joins" ->
          new Figure.Joins(
              string(json, "caption"),
              list(json, "rows", DiagnosticJson::joined),
              string(json, "readers"));
      case "chains" ->
          new Chains(
              string(json, "caption"),
              list(json, "chains", DiagnosticJson::chain),
              strings(json, "separators"));
      case "sources" ->
          new Figure.Sources(
              string(json, "caption"),
              string(json, "layer"),
              number(json, "size"),
              string(json, "operator"),
              list(json, "sources", DiagnosticJson::source));
      case "timeline" ->
          new Figure.Timeline(
              list(json, "rows", DiagnosticJson::firings), numbers(json, "clashes"));
      case "lines" -> new Figure.Lines(string(json, "title"), strings(json, "lines"));
      default -> throw new AssertionError(json);
    };
  }

  private static Joined joined(JsonObject json) {
    return new Joined(
        string(json, "layer"),
        number(json, "size"),
        json.get("listed").getAsBoolean(),
        string(json, "join"));
  }

  private static Chains.Chain chain(JsonObject json) {
    return new Chains.Chain(
        string(json, "name"),
        number(json, "size"),
        string(json, "unit"),
        list(
            json,
            "layers",
            layer -> new Chains.Layer(string(layer, "name"), layer.get("listed").getAsBoolean())),
        string(json, "tiedAt"));
  }

  private static Source source(JsonObject json) {
    return new Source(
        number(json, "from"), number(json, "to"), string(json, "layer"), number(json, "size"));
  }

  private static Firings firings(JsonObject json) {
    return new Firings(string(json, "name"), numbers(json, "epochs"), number(json, "end"));
  }

  private static String string(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static int number(JsonObject json, String name) {
    return json.get(name).getAsInt();
  }

  private static List<String> strings(JsonObject json, String name) {
    return elements(json, name, JsonElement::getAsString);
  }

  private static List<Integer> numbers(JsonObject json, String name) {
    return elements(json, name, JsonElement::getAsInt);
  }

  private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> item) {
    return elements(json, name, element -> item.apply(element.getAsJsonObject()));
  }

  private static <T> List<T> elements(JsonObject json, String name, Function<JsonElement, T> item) {
    List<T> list = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray(name)) {
      list.add(item.apply(element));
    }
    return list;
  }
}

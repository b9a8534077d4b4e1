package io.schedulec.diagnostic.render;

import com.google.gson.stream.JsonWriter;
import io.schedulec.diagnostic.Figure;
import java.io.IOException;
import java.util.List;

/** Figures for programs, with everything a renderer draws from. */
final class JsonFigures {
  private JsonFigures() {}

  /** Writes a figure. */
  static void write(JsonWriter json, Figure figure) throws IOException {
    json.beginObject();
    if (figure instanceof Figure.Joins joins) {
      joins(json, joins);
    } else if (figure instanceof Figure.Chains chains) {
      chains(json, chains);
    } else if (figure instanceof Figure.Sources sources) {
      sources(json, sources);
    } else if (figure instanceof Figure.Timeline timeline) {
      timeline(json, timeline);
    } else if (figure instanceof Figure.Lines lines) {
      lines(json, lines);
    } else {
      throw new AssertionError(figure);
    }
    json.endObject();
  }

  private static void joins(JsonWriter json, Figure.Joins figure) throws IOException {
    json.name("type").value("joins");
    json.name("caption").value(figure.caption());
    json.name("readers").value(figure.readers());
    json.name("rows").beginArray();
    for (Figure.Joins.Joined row : figure.rows()) {
      JsonLine line = new JsonLine();
      JsonWriter one = line.json();
      one.beginObject();
      one.name("layer").value(row.layer());
      one.name("size").value(row.size());
      one.name("listed").value(row.listed());
      one.name("join").value(row.join());
      one.endObject();
      json.jsonValue(line.text());
    }
    json.endArray();
  }

  private static void chains(JsonWriter json, Figure.Chains figure) throws IOException {
    json.name("type").value("chains");
    json.name("caption").value(figure.caption());
    json.name("chains").beginArray();
    for (Figure.Chains.Chain chain : figure.chains()) {
      json.beginObject();
      json.name("name").value(chain.name());
      json.name("size").value(chain.size());
      json.name("unit").value(chain.unit());
      json.name("tiedAt").value(chain.tiedAt());
      layers(json, chain.layers());
      json.endObject();
    }
    json.endArray();
    json.name("separators").jsonValue(JsonParts.value(figure.separators()));
  }

  private static void layers(JsonWriter json, List<Figure.Chains.Layer> layers) throws IOException {
    json.name("layers").beginArray();
    for (Figure.Chains.Layer layer : layers) {
      JsonLine line = new JsonLine();
      JsonWriter one = line.json();
      one.beginObject();
      one.name("name").value(layer.name());
      one.name("listed").value(layer.listed());
      one.endObject();
      json.jsonValue(line.text());
    }
    json.endArray();
  }

  private static void sources(JsonWriter json, Figure.Sources figure) throws IOException {
    json.name("type").value("sources");
    json.name("caption").value(figure.caption());
    json.name("layer").value(figure.layer());
    json.name("size").value(figure.size());
    json.name("operator").value(figure.operator());
    json.name("sources").beginArray();
    for (Figure.Sources.Source source : figure.sources()) {
      JsonLine line = new JsonLine();
      JsonWriter one = line.json();
      one.beginObject();
      one.name("from").value(source.from());
      one.name("to").value(source.to());
      one.name("layer").value(source.layer());
      one.name("size").value(source.size());
      one.endObject();
      json.jsonValue(line.text());
    }
    json.endArray();
  }

  private static void timeline(JsonWriter json, Figure.Timeline figure) throws IOException {
    json.name("type").value("timeline");
    json.name("rows").beginArray();
    for (Figure.Timeline.Firings row : figure.rows()) {
      json.beginObject();
      json.name("name").value(row.name());
      json.name("epochs").jsonValue(JsonParts.value(row.epochs()));
      json.name("end").value(row.end());
      json.endObject();
    }
    json.endArray();
    json.name("clashes").jsonValue(JsonParts.value(figure.clashes()));
  }

  private static void lines(JsonWriter json, Figure.Lines figure) throws IOException {
    json.name("type").value("lines");
    json.name("title").value(figure.title());
    json.name("lines").beginArray();
    for (String line : figure.lines()) {
      json.value(line);
    }
    json.endArray();
  }
}

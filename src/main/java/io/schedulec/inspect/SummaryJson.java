package io.schedulec.inspect;

import com.google.gson.stream.JsonWriter;
import io.schedulec.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Many models, for programs. */
public final class SummaryJson {
  private SummaryJson() {}

  /** One object a model; one that could not be read has an error and nothing else. */
  public static String of(List<Summary> models) {
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("models").beginArray();
          for (Summary model : models) {
            Json.oneLine(json, one -> model(one, model));
          }
          json.endArray();
        });
  }

  private static void model(JsonWriter json, Summary model) throws IOException {
    json.beginObject();
    json.name("path").value(model.path());
    if (model.read()) {
      json.name("nodes").value(model.nodes());
      json.name("groups").value(model.groups());
      json.name("prunable").value(Math.round(model.prunable() * 1e6) / 1e6);
      json.name("unknownOps").beginObject();
      for (Map.Entry<String, Integer> operator : model.unknown().entrySet()) {
        json.name(operator.getKey()).value(operator.getValue());
      }
      json.endObject();
      json.name("milliseconds").value(Math.round(model.milliseconds() * 10) / 10.0);
    } else {
      json.name("error").value(model.error());
    }
    json.endObject();
  }
}

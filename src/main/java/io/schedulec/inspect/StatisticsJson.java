package io.schedulec.inspect;

import com.google.gson.stream.JsonWriter;
import io.schedulec.graph.Shape;
import io.schedulec.lower.Point;
import io.schedulec.lower.Statistics;
import io.schedulec.lower.TensorCount;
import io.schedulec.text.Json;
import java.io.IOException;

/** What a plan makes of a model, for programs; null stands for what the weights decide. */
public final class StatisticsJson {
  private StatisticsJson() {}

  /** The points of a plan. */
  public static String of(Statistics statistics) {
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("points").beginArray();
          for (Point point : statistics.points()) {
            point(json, point);
          }
          json.endArray();
        });
  }

  private static void point(JsonWriter json, Point point) throws IOException {
    json.beginObject();
    json.name("epoch").value(point.epoch());
    Json.number(json, "params", point.params());
    Json.number(json, "allParams", point.allParams());
    Json.number(json, "macs", point.macs());
    Json.number(json, "nonzero", point.nonzero());
    json.name("tensors").beginArray();
    for (TensorCount tensor : point.tensors()) {
      Json.oneLine(json, one -> tensor(one, tensor));
    }
    json.endArray();
    json.endObject();
  }

  private static void tensor(JsonWriter json, TensorCount tensor) throws IOException {
    json.beginObject();
    json.name("name").value(tensor.name());
    json.name("shape").beginArray();
    for (long dim : tensor.shape().toArray()) {
      if (dim == Shape.UNKNOWN) {
        json.nullValue();
      } else {
        json.value(dim);
      }
    }
    json.endArray();
    Json.number(json, "zeros", tensor.zeros());
    json.endObject();
  }
}

package io.schedulec.run;

import com.google.gson.stream.JsonWriter;
import io.schedulec.kernel.MaskReport;
import io.schedulec.text.Json;
import java.io.IOException;
import java.util.List;

/** The report of a run, for programs. */
public final class RunReportJson {
  private RunReportJson() {}

  /** The whole report. */
  public static String of(RunReport report) {
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("plan").value(report.plan());
          json.name("model").value(report.input());
          json.name("output").value(report.output());
          if (report.until().isPresent()) {
            json.name("until").value(report.until().getAsInt());
          }
          json.name("seed").value(report.seed());
          json.name("before");
          Json.oneLine(json, one -> totals(one, report.before()));
          json.name("after");
          Json.oneLine(json, one -> totals(one, report.after()));
          json.name("points").beginArray();
          for (Point point : report.points()) {
            point(json, point);
          }
          json.endArray();
          masks(json, report.masks());
          strings(json, "notes", report.notes());
        });
  }

  private static void totals(JsonWriter json, Totals totals) throws IOException {
    json.beginObject();
    json.name("params").value(totals.params());
    Json.number(json, "macs", totals.macs());
    Json.number(json, "nonzero", totals.nonzero());
    json.endObject();
  }

  private static void point(JsonWriter json, Point point) throws IOException {
    json.beginObject();
    json.name("epoch").value(point.epoch());
    json.name("class").value(point.equivalence().word());
    if (point.difference().isPresent()) {
      // As a text where it is no number, because JSON has none for infinity.
      double difference = point.difference().getAsDouble();
      json.name("difference");
      if (Double.isFinite(difference)) {
        json.value(difference);
      } else {
        json.value(Double.toString(difference));
      }
    }
    json.name("groups").beginArray();
    for (ThinnedGroup group : point.groups()) {
      Json.oneLine(json, one -> group(one, group));
    }
    json.endArray();
    json.name("removed").beginArray();
    for (Removed removed : point.removed()) {
      Json.oneLine(json, one -> removed(one, removed));
    }
    json.endArray();
    json.name("shapes").beginArray();
    for (ShapeChange change : point.shapes()) {
      Json.oneLine(json, one -> change(one, change));
    }
    json.endArray();
    json.endObject();
  }

  private static void group(JsonWriter json, ThinnedGroup group) throws IOException {
    json.beginObject();
    json.name("group").value(group.name());
    json.name("before").value(group.before());
    json.name("after").value(group.after());
    json.name("dropped").value(group.emission().dropped().word());
    json.name("class").value(group.emission().equivalence().word());
    if (group.emission().where().isPresent()) {
      json.name("where").value(group.emission().where().get());
    }
    json.endObject();
  }

  private static void removed(JsonWriter json, Removed removed) throws IOException {
    json.beginObject();
    json.name("tensor").value(removed.tensor());
    json.name("axis").value(removed.axis());
    if (removed.convInput()) {
      json.name("space").value("conv-input");
    }
    Json.numbers(json, "indices", removed.indices());
    json.endObject();
  }

  private static void change(JsonWriter json, ShapeChange change) throws IOException {
    json.beginObject();
    json.name("tensor").value(change.tensor());
    Json.numbers(json, "before", change.before());
    Json.numbers(json, "after", change.after());
    json.endObject();
  }

  private static void masks(JsonWriter json, List<MaskReport> masks) throws IOException {
    json.name("masks").beginArray();
    for (MaskReport mask : masks) {
      Json.oneLine(
          json,
          one -> {
            one.beginObject();
            one.name("epoch").value(mask.epoch());
            one.name("tensor").value(mask.tensor());
            Json.number(one, "asked", mask.asked());
            one.name("zeroed").value(mask.zeroed());
            one.name("of").value(mask.of());
            one.endObject();
          });
    }
    json.endArray();
  }

  private static void strings(JsonWriter json, String name, List<String> strings)
      throws IOException {
    json.name(name).beginArray();
    for (String string : strings) {
      json.value(string);
    }
    json.endArray();
  }
}

package io.schedulec.inspect;

import com.google.gson.stream.JsonWriter;
import io.schedulec.channel.AxisExplanation;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.Coupling;
import io.schedulec.channel.Explanations;
import io.schedulec.channel.Holding;
import io.schedulec.channel.IndexRanges;
import io.schedulec.channel.Member;
import io.schedulec.channel.Trace;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.text.Json;
import java.io.IOException;
import java.util.List;

/** For programs: what holds the channels of a weight, and what they are coupled with. */
public final class WhyJson {
  private WhyJson() {}

  /** What is known of one weight, or only of how it is coupled with a second. */
  public static String of(
      String path, ModelGraph graph, Explanations explanations, List<Parameter> weights) {
    String weight = weights.get(0).name();
    String other = weights.size() > 1 ? weights.get(1).name() : "";
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("model");
          Json.oneLine(json, one -> GroupsJson.model(one, path, graph));
          json.name("weight").value(weight);
          if (!other.isEmpty()) {
            json.name("other").value(other);
          }
          json.name("axes").beginArray();
          for (AxisExplanation axis : explanations.axes(weight)) {
            if (other.isEmpty() || coupled(axis, other)) {
              axis(json, axis, other);
            }
          }
          json.endArray();
        });
  }

  private static boolean coupled(AxisExplanation axis, String other) {
    for (Coupling coupling : axis.couplings()) {
      if (name(coupling.member()).equals(other)) {
        return true;
      }
    }
    return false;
  }

  private static String name(Member member) {
    return member.parameter().name();
  }

  private static void axis(JsonWriter json, AxisExplanation axis, String other) throws IOException {
    json.beginObject();
    member(json, axis.member());
    json.name("group").value(axis.group().id());
    json.name("size").value(axis.group().size());
    if (!axis.channels().all()) {
      ranges(json, axis.channels());
    }
    json.name("prunable").value(axis.group().prunable());
    json.name("frozen").beginArray();
    for (Holding holding : axis.holdings()) {
      holding(json, holding);
    }
    json.endArray();
    json.name("coupled").beginArray();
    for (Coupling coupling : axis.couplings()) {
      if (other.isEmpty() || name(coupling.member()).equals(other)) {
        coupling(json, coupling);
      }
    }
    json.endArray();
    json.name("constraints").beginArray();
    for (Constraint constraint : axis.group().constraints()) {
      Json.oneLine(json, one -> GroupsJson.constraint(one, constraint));
    }
    json.endArray();
    json.endObject();
  }

  private static void member(JsonWriter json, Member member) throws IOException {
    json.name("axis").value(member.axis());
    json.name("role").value(member.role().word());
    if (member.convInput()) {
      json.name("space").value("conv-input");
    }
  }

  private static void ranges(JsonWriter json, IndexRanges ranges) throws IOException {
    json.name("ranges");
    Json.oneLine(
        json,
        one -> {
          one.beginArray();
          for (IndexRanges.Range range : ranges.ranges()) {
            one.beginArray().value(range.first()).value(range.last()).endArray();
          }
          one.endArray();
        });
  }

  private static void holding(JsonWriter json, Holding holding) throws IOException {
    json.beginObject();
    json.name("reason").value(holding.reason().word());
    json.name("node").value(holding.node().map(node -> node.name()).orElse(""));
    json.name("tensor").value(name(holding.trace().end()));
    json.name("text").value(holding.reason().sentence());
    if (!holding.channels().all()) {
      ranges(json, holding.channels());
    }
    trace(json, holding.trace());
    json.endObject();
  }

  private static void coupling(JsonWriter json, Coupling coupling) throws IOException {
    json.beginObject();
    json.name("tensor").value(name(coupling.member()));
    member(json, coupling.member());
    trace(json, coupling.trace());
    json.endObject();
  }

  private static void trace(JsonWriter json, Trace trace) throws IOException {
    json.name("trace").beginArray();
    for (Trace.Step step : trace.steps()) {
      Json.oneLine(json, one -> step(one, step));
    }
    json.endArray();
  }

  private static void step(JsonWriter json, Trace.Step step) throws IOException {
    json.beginObject();
    json.name("node").value(step.node().name());
    json.name("op").value(step.node().opType());
    json.name("scope").value(step.node().scope());
    json.name("tensor").value(name(step.tensor()));
    json.endObject();
  }

  /** A parameter is called what the framework calls it, any other tensor as in the model file. */
  private static String name(Value tensor) {
    return tensor.parameter().map(Parameter::name).orElse(tensor.name());
  }
}

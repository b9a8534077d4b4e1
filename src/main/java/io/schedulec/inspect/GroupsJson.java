package io.schedulec.inspect;

import com.google.gson.stream.JsonWriter;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Structure;
import io.schedulec.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The groups of a model as JSON, the contract of {@code inspect --groups --format json}. */
public final class GroupsJson {
  private GroupsJson() {}

  /** The document; {@code path} is the model's path as it was given. */
  public static String of(String path, ModelGraph graph, ChannelSpaces spaces) {
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("model");
          Json.oneLine(json, one -> model(one, path, graph));
          json.name("groups").beginArray();
          for (CoupledGroup group : spaces.groups()) {
            group(json, group);
          }
          json.endArray();
        });
  }

  static void model(JsonWriter json, String path, ModelGraph graph) throws IOException {
    json.beginObject();
    json.name("path").value(path);
    json.name("structure").value(Structure.digest(graph));
    json.name("opset").value(graph.opset());
    json.endObject();
  }

  private static void group(JsonWriter json, CoupledGroup group) throws IOException {
    json.beginObject();
    json.name("id").value(group.id());
    json.name("size").value(group.size());
    json.name("prunable").value(group.prunable());
    json.name("frozen").beginArray();
    for (Frozen frozen : group.frozen()) {
      Json.oneLine(json, one -> frozen(one, frozen));
    }
    json.endArray();
    json.name("members").beginArray();
    for (Member member : group.members()) {
      Json.oneLine(json, one -> member(one, member, group.size()));
    }
    json.endArray();
    if (!group.constraints().isEmpty()) {
      json.name("constraints").beginArray();
      for (Constraint constraint : group.constraints()) {
        Json.oneLine(json, one -> constraint(one, constraint));
      }
      json.endArray();
    }
    if (!group.normalised().isEmpty()) {
      json.name("normalised").beginArray();
      for (String node : group.normalised()) {
        json.value(node);
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void frozen(JsonWriter json, Frozen frozen) throws IOException {
    json.beginObject();
    json.name("reason").value(frozen.reason());
    json.name("node").value(frozen.node());
    json.name("tensor").value(frozen.tensor());
    json.name("text").value(frozen.explanation());
    json.endObject();
  }

  static void constraint(JsonWriter json, Constraint constraint) throws IOException {
    json.beginObject();
    json.name("kind").value("equal-per-block");
    json.name("blocks").value(constraint.blocks());
    json.name("tensor").value(constraint.tensor());
    json.name("axis").value(constraint.axis());
    if (!constraint.channels().isEmpty()) {
      json.name("channels").beginArray();
      for (List<Integer> block : constraint.channels()) {
        numbers(json, block);
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void member(JsonWriter json, Member member, int size) throws IOException {
    Parameter parameter = member.parameter();
    json.beginObject();
    json.name("tensor").value(parameter.name());
    json.name("axis").value(member.axis());
    json.name("role").value(member.role().word());
    if (member.convInput()) {
      json.name("space").value("conv-input");
    }
    if (parameter.stored() != Parameter.Stored.SAME) {
      json.name("stored").value(parameter.stored().name().toLowerCase(Locale.ROOT));
    }
    if (!member.indices().identity()) {
      json.name("indices").beginArray();
      for (int i = 0; i < size; i++) {
        numbers(json, member.indices().of(i));
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void numbers(JsonWriter json, List<Integer> numbers) throws IOException {
    json.beginArray();
    for (int number : numbers) {
      json.value(number);
    }
    json.endArray();
  }
}

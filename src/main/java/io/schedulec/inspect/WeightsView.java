package io.schedulec.inspect;

import com.google.gson.stream.JsonWriter;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Shape;
import io.schedulec.graph.shape.Layer;
import io.schedulec.text.Json;
import io.schedulec.text.Table;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** The weights of convolutions and linear layers, with what they cost and the group they write. */
public final class WeightsView {
  private WeightsView() {}

  /** For people. */
  public static String text(List<Layer> layers, ChannelSpaces spaces) {
    Table table = new Table("weight", "shape", "operator", "params", "MACs", "group", "chain");
    long params = 0;
    long macs = 0;
    boolean known = true;
    for (Layer layer : layers) {
      OptionalInt group = group(layer, spaces);
      table.row(
          layer.weight().name(),
          layer.weight().shape().toString(),
          layer.node().opType(),
          Long.toString(layer.params()),
          layer.macs().isPresent() ? Long.toString(layer.macs().getAsLong()) : "",
          group.isPresent() ? Integer.toString(group.getAsInt()) : "",
          chain(group, spaces));
      params += layer.params();
      macs += layer.macs().orElse(0);
      known &= layer.macs().isPresent();
    }
    return table
        + "\n"
        + layers.size()
        + " weights, "
        + params
        + " params, "
        + (known ? "" : "at least ")
        + macs
        + " MACs for one sample\n";
  }

  private static String chain(OptionalInt group, ChannelSpaces spaces) {
    if (group.isEmpty()) {
      return "";
    }
    CoupledGroup written = spaces.groups().get(group.getAsInt());
    if (!written.prunable()) {
      return "fixed: " + written.frozen().get(0).reason();
    }
    int writers = written.writers().size();
    return writers > 1 ? "chain of " + writers : "";
  }

  /** For programs. */
  public static String json(
      String path, ModelGraph graph, List<Layer> layers, ChannelSpaces spaces) {
    return Json.object(
        json -> {
          json.name("version").value(1);
          json.name("model");
          Json.oneLine(json, one -> GroupsJson.model(one, path, graph));
          json.name("weights").beginArray();
          for (Layer layer : layers) {
            Json.oneLine(json, one -> weight(one, layer, group(layer, spaces)));
          }
          json.endArray();
        });
  }

  private static void weight(JsonWriter json, Layer layer, OptionalInt group) throws IOException {
    json.beginObject();
    json.name("name").value(layer.weight().name());
    json.name("onnxName").value(layer.weight().onnxName());
    json.name("shape").beginArray();
    for (long dim : layer.weight().shape().toArray()) {
      if (dim == Shape.UNKNOWN) {
        json.nullValue();
      } else {
        json.value(dim);
      }
    }
    json.endArray();
    json.name("op").value(layer.node().opType());
    json.name("node").value(layer.node().name());
    json.name("params").value(layer.params());
    json.name("macs");
    if (layer.macs().isPresent()) {
      json.value(layer.macs().getAsLong());
    } else {
      json.nullValue();
    }
    json.name("group");
    if (group.isPresent()) {
      json.value(group.getAsInt());
    } else {
      json.nullValue();
    }
    json.endObject();
  }

  /** The first group that the layer's filters belong to. */
  private static OptionalInt group(Layer layer, ChannelSpaces spaces) {
    String name = layer.weight().name();
    for (CoupledGroup group : spaces.groupsOf(name, Role.FILTERS)) {
      for (Member member : group.members()) {
        if (member.parameter().name().equals(name) && member.role() == Role.FILTERS) {
          return OptionalInt.of(group.id());
        }
      }
    }
    return OptionalInt.empty();
  }
}

package io.schedulec.surgery;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.ExportedNames;
import io.schedulec.channel.Member;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What removing channels in the framework has made of a model.
 *
 * @param removed places that were removed, e.g. {@code conv1.weight@0:3}
 * @param shapes shape of each of the framework's parameters afterwards
 * @param forward whether the framework itself computed what is expected; otherwise that is what the
 *     model computes when the readers' weights are zero
 */
record PrunedOracle(Set<String> removed, Map<String, Shape> shapes, boolean forward) {

  static PrunedOracle read(Path file) {
    JsonObject json = json(file);
    Set<String> removed = new HashSet<>();
    for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject("removed").entrySet()) {
      for (JsonElement index : entry.getValue().getAsJsonArray()) {
        removed.add(entry.getKey() + ":" + index.getAsInt());
      }
    }
    Map<String, Shape> shapes = new HashMap<>();
    for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject("shapes").entrySet()) {
      List<Long> sizes = new ArrayList<>();
      entry.getValue().getAsJsonArray().forEach(size -> sizes.add(size.getAsLong()));
      shapes.put(entry.getKey(), Shape.of(sizes.stream().mapToLong(Long::longValue).toArray()));
    }
    JsonElement forward = json.get("torch_forward_equals_channel_removal");
    JsonObject check = json.getAsJsonObject("check");
    JsonElement error = check.get("pruned_torch_forward_error");
    boolean fails = error != null && !error.isJsonNull();
    // Zeros are no removal to what normalises, which only the framework shows then.
    boolean equals = forward != null && forward.getAsBoolean();
    boolean own = equals || check.get("norm_stats_over_pruned_channels").getAsBoolean();
    return new PrunedOracle(removed, shapes, own && !fails);
  }

  private static JsonObject json(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same channels in our groups. */
  List<Removal> removals(ChannelSpaces spaces, ExportedNames names) {
    List<Removal> removals = new ArrayList<>();
    Set<String> rest = new HashSet<>(removed);
    rest.removeIf(place -> !names.kept(place.substring(0, place.indexOf('@'))));
    for (CoupledGroup group : spaces.groups()) {
      List<Integer> channels = new ArrayList<>();
      for (int channel = 0; channel < group.size(); channel++) {
        Set<String> places = places(group, channel, names);
        if (places.stream().anyMatch(removed::contains)) {
          demandAll(places);
          channels.add(channel);
          rest.removeAll(places);
        }
      }
      if (!channels.isEmpty()) {
        removals.add(new Removal(group, channels));
      }
    }
    if (!rest.isEmpty()) {
      throw new AssertionError("no group has " + rest);
    }
    return removals;
  }

  private void demandAll(Collection<String> places) {
    for (String place : places) {
      if (!removed.contains(place)) {
        throw new AssertionError(place + " goes with what was removed, but was not");
      }
    }
  }

  private static Set<String> places(CoupledGroup group, int channel, ExportedNames names) {
    Set<String> places = new HashSet<>();
    for (Member member : group.members()) {
      String name = names.parameter(member.parameter());
      if (names.kept(name)) {
        String axis =
            member.convInput() ? "gin" : Integer.toString(names.axis(name, member.axis()));
        member.indices().of(channel).forEach(index -> places.add(name + "@" + axis + ":" + index));
      }
    }
    return places;
  }

  /** The shape that a stored parameter should have. */
  Shape shape(Parameter parameter, ExportedNames names) {
    String name = names.parameter(parameter);
    Shape shape = shapes.getOrDefault(name, Shape.SCALAR);
    return shape.rank() == 2 && names.axis(name, 0) == 1
        ? Shape.of(shape.dim(1), shape.dim(0))
        : shape;
  }
}

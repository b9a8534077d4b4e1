package io.schedulec.channel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What was found out about a model by perturbing it: atoms, each the set of parameter places that
 * go together, and whether they can go.
 *
 * @param prunable the atoms of all classes
 * @param blocks for one place of each member the numbers of blocks from which as many have to go
 */
record Oracle(Map<Set<Long>, Boolean> prunable, Map<Long, Set<Integer>> blocks) {

  /** The oracle in a file, without the parameters that are to be left out. */
  static Oracle read(Path file, Predicate<String> kept, Places places) {
    Map<Set<Long>, Boolean> atoms = new HashMap<>();
    Map<Long, Set<Integer>> constraints = new HashMap<>();
    for (JsonElement element : json(file).getAsJsonArray("classes")) {
      JsonObject coupled = element.getAsJsonObject();
      if (!coupled.has("note")) {
        addAtoms(coupled, kept, places, atoms);
        addConstraints(coupled, kept, places, constraints);
      }
    }
    return new Oracle(atoms, constraints);
  }

  static JsonObject json(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addAtoms(
      JsonObject coupled, Predicate<String> kept, Places places, Map<Set<Long>, Boolean> atoms) {
    int count = coupled.get("atoms").getAsInt();
    List<Set<Long>> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sets.add(new HashSet<>());
    }
    JsonArray members = coupled.getAsJsonArray("members");
    List<List<Integer>> base = base(members.get(0).getAsJsonObject(), count);
    for (JsonElement element : members) {
      JsonObject member = element.getAsJsonObject();
      String name = member.get("param").getAsString();
      List<List<Integer>> lists = lists(member, base);
      for (int i = 0; i < count && kept.test(name); i++) {
        for (int index : lists.get(i)) {
          sets.get(i).add(places.place(name, axis(member), index));
        }
      }
    }
    boolean prunable = coupled.get("prunable").getAsBoolean();
    sets.stream().filter(set -> !set.isEmpty()).forEach(set -> atoms.put(set, prunable));
  }

  /** Of each class one place, and into how many blocks the numbers are divided there. */
  private static void addConstraints(
      JsonObject coupled, Predicate<String> kept, Places places, Map<Long, Set<Integer>> blocks) {
    JsonArray members = coupled.getAsJsonArray("members");
    Set<Integer> counts = new TreeSet<>();
    for (JsonElement element : members) {
      JsonObject member = element.getAsJsonObject();
      if (member.has("constraint")) {
        JsonObject constraint = member.getAsJsonObject("constraint");
        for (String key : List.of("groups", "groupnorm_groups", "heads")) {
          if (constraint.has(key)) {
            counts.add(constraint.get(key).getAsInt());
          }
        }
      }
    }
    int count = coupled.get("atoms").getAsInt();
    List<List<Integer>> base = base(members.get(0).getAsJsonObject(), count);
    for (JsonElement element : members) {
      JsonObject member = element.getAsJsonObject();
      String name = member.get("param").getAsString();
      if (kept.test(name)) {
        int first = lists(member, base).get(0).get(0);
        blocks.put(places.place(name, axis(member), first), counts);
      }
    }
  }

  private static int axis(JsonObject member) {
    JsonElement axis = member.get("axis");
    return axis.getAsJsonPrimitive().isNumber() ? axis.getAsInt() : 1;
  }

  private static List<List<Integer>> base(JsonObject root, int count) {
    if (root.has("atoms") && !root.get("atoms").isJsonNull()) {
      return explicit(root.get("atoms"));
    }
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(List.of(i));
    }
    return lists;
  }

  private static List<List<Integer>> explicit(JsonElement atoms) {
    List<List<Integer>> lists = new ArrayList<>();
    if (atoms.isJsonObject()) {
      JsonArray range = atoms.getAsJsonObject().getAsJsonArray("range");
      for (int i = range.get(0).getAsInt(); i < range.get(1).getAsInt(); i++) {
        lists.add(List.of(i));
      }
      return lists;
    }
    for (JsonElement atom : atoms.getAsJsonArray()) {
      List<Integer> list = new ArrayList<>();
      if (atom.isJsonObject()) {
        explicit(atom).forEach(list::addAll);
      } else {
        atom.getAsJsonArray().forEach(index -> list.add(index.getAsInt()));
      }
      lists.add(list);
    }
    return lists;
  }

  private static List<List<Integer>> lists(JsonObject member, List<List<Integer>> base) {
    if (member.has("atoms") && !member.get("atoms").isJsonNull()) {
      return explicit(member.get("atoms"));
    }
    String[] words = member.get("map").getAsString().split(" ", 2);
    return switch (words[0]) {
      case "identity" -> base;
      case "offset" -> blocks(base, 1, Integer.parseInt(words[1]));
      case "block" -> block(base, words[1].split(" "));
      case "offsets" -> offsets(base, words[1]);
      default -> throw new AssertionError("map " + words[0]);
    };
  }

  /** As in {@code stride 16 offset 0}. */
  private static List<List<Integer>> block(List<List<Integer>> base, String[] words) {
    return blocks(base, Integer.parseInt(words[1]), Integer.parseInt(words[3]));
  }

  private static List<List<Integer>> blocks(List<List<Integer>> base, int stride, int offset) {
    List<List<Integer>> lists = new ArrayList<>();
    for (List<Integer> atom : base) {
      List<Integer> list = new ArrayList<>();
      for (int index : atom) {
        for (int k = 0; k < stride; k++) {
          list.add(offset + index * stride + k);
        }
      }
      lists.add(list);
    }
    return lists;
  }

  private static List<List<Integer>> offsets(List<List<Integer>> base, String json) {
    List<List<Integer>> lists = new ArrayList<>();
    for (List<Integer> atom : base) {
      List<Integer> list = new ArrayList<>();
      for (JsonElement offset : JsonParser.parseString(json).getAsJsonArray()) {
        atom.forEach(index -> list.add(index + offset.getAsInt()));
      }
      lists.add(list);
    }
    return lists;
  }
}

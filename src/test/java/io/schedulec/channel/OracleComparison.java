package io.schedulec.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.shape.ShapeInference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Our groups of one exported model beside the oracle's classes.
 *
 * @param exact atoms that are equal, and prunable on both sides or on neither
 * @param refused atoms that are equal, but frozen by us only
 * @param unsafe atoms that we would prune and must not
 * @param wrong other atoms of the oracle that we do not have
 * @param difference the first difference, as a sentence; empty where there is none
 */
record OracleComparison(int exact, int refused, int unsafe, int wrong, String difference) {

  /** Compares; parameters that the export does not have as they are are left out. */
  static OracleComparison of(Path model, Path oracleFile) {
    Names names = Names.beside(model);
    ModelGraph graph = OnnxReader.read(model);
    ChannelSpaces spaces = ChannelAnalysis.of(graph, ShapeInference.of(graph));
    Oracle oracle = Oracle.read(oracleFile, names::kept);
    Map<Set<String>, Boolean> ours = new HashMap<>();
    Map<String, Set<String>> atomOf = new HashMap<>();
    Set<String> constraints = new TreeSet<>();
    for (CoupledGroup group : spaces.groups()) {
      addAtoms(group, names, ours, atomOf);
      for (Constraint constraint : group.constraints()) {
        String name = names.parameter(constraint.tensor());
        if (names.kept(name)) {
          constraints.add(Oracle.constraint(name, constraint.axis(), constraint.blocks()));
        }
      }
    }
    return compare(oracle, ours, atomOf, constraints);
  }

  boolean equal() {
    return refused == 0 && unsafe == 0 && wrong == 0 && difference.isEmpty();
  }

  private static void addAtoms(
      CoupledGroup group,
      Names names,
      Map<Set<String>, Boolean> ours,
      Map<String, Set<String>> atomOf) {
    for (int i = 0; i < group.size(); i++) {
      Set<String> atom = new TreeSet<>();
      for (Member member : group.members()) {
        String name = names.parameter(member.parameter().onnxName(), member.parameter().name());
        if (names.kept(name)) {
          int axis = names.axis(name, member.axis());
          for (int index : member.indices().of(i)) {
            atom.add(Oracle.place(name, axis, index));
          }
        }
      }
      if (!atom.isEmpty()) {
        ours.put(atom, group.prunable());
        atom.forEach(place -> atomOf.put(place, atom));
      }
    }
  }

  private static OracleComparison compare(
      Oracle oracle,
      Map<Set<String>, Boolean> ours,
      Map<String, Set<String>> atomOf,
      Set<String> constraints) {
    int exact = 0;
    int refused = 0;
    int unsafe = 0;
    int wrong = 0;
    String difference = "";
    for (Map.Entry<Set<String>, Boolean> entry : oracle.prunable().entrySet()) {
      Set<String> atom = entry.getKey();
      Boolean own = ours.get(atom);
      boolean bad = unsafe(atom, entry.getValue(), ours, atomOf);
      if (bad) {
        unsafe++;
      } else if (own == null) {
        wrong++;
      } else if (own.equals(entry.getValue())) {
        exact++;
      } else {
        refused++;
      }
      if (difference.isEmpty() && (bad || own == null || !own.equals(entry.getValue()))) {
        difference = sentence(atom, entry.getValue(), own, ours, atomOf);
      }
    }
    if (difference.isEmpty() && !constraints.equals(oracle.constraints())) {
      difference = "constraints are " + constraints + ", not " + oracle.constraints();
    }
    return new OracleComparison(exact, refused, unsafe, wrong, difference);
  }

  /** Whether we would prune part of an atom without the rest, or an atom that has to stay. */
  private static boolean unsafe(
      Set<String> atom,
      boolean prunable,
      Map<Set<String>, Boolean> ours,
      Map<String, Set<String>> atomOf) {
    for (String place : atom) {
      Set<String> own = atomOf.get(place);
      if (own != null && Boolean.TRUE.equals(ours.get(own))) {
        if (!prunable || !own.containsAll(atom)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String sentence(
      Set<String> atom,
      boolean prunable,
      @org.jspecify.annotations.Nullable Boolean own,
      Map<Set<String>, Boolean> ours,
      Map<String, Set<String>> atomOf) {
    String first = atom.iterator().next();
    if (own != null) {
      return first + " is prunable=" + own + ", not " + prunable;
    }
    Set<String> found = atomOf.getOrDefault(first, Set.of());
    Set<String> missing = new TreeSet<>(atom);
    missing.removeAll(found);
    Set<String> extra = new TreeSet<>(found);
    extra.removeAll(atom);
    return first
        + " (prunable="
        + ours.get(found)
        + ", oracle "
        + prunable
        + ") lacks "
        + shortened(missing)
        + " and has besides "
        + shortened(extra);
  }

  private static String shortened(Set<String> places) {
    return places.size() + " " + places.stream().limit(4).toList();
  }

  /** Which parameter an exported tensor is, by the file beside the model. */
  record Names(Map<String, String> byTensor, Map<String, String> how) {
    static Names beside(Path model) {
      Map<String, String> byTensor = new HashMap<>();
      Map<String, String> how = new HashMap<>();
      Path file =
          model.resolveSibling(
              model.getFileName().toString().replaceFirst("\\.onnx$", ".names.json"));
      if (Files.exists(file)) {
        JsonObject initializers = Oracle.json(file).getAsJsonObject("initializers");
        for (Map.Entry<String, JsonElement> entry : initializers.entrySet()) {
          JsonObject value = entry.getValue().getAsJsonObject();
          String word = value.get("how").getAsString().split("[( ]", 2)[0];
          if (value.has("param") && value.get("param").isJsonPrimitive()) {
            String parameter = value.get("param").getAsString();
            byTensor.put(entry.getKey(), parameter);
            how.put(parameter, word);
          }
        }
      }
      return new Names(byTensor, how);
    }

    String parameter(String tensor) {
      return parameter(tensor, tensor);
    }

    String parameter(String tensor, String otherwise) {
      String name = byTensor.getOrDefault(tensor, otherwise);
      return name.startsWith("module.") ? name.substring("module.".length()) : name;
    }

    boolean kept(String parameter) {
      String word = how.isEmpty() ? "identical" : how.getOrDefault(parameter, "absent");
      return word.equals("identical") || word.equals("filter_scaled") || word.equals("transposed");
    }

    int axis(String parameter, int axis) {
      return "transposed".equals(how.get(parameter)) && axis < 2 ? 1 - axis : axis;
    }
  }
}

package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
  static OracleComparison of(ModelGraph graph, Path model, Path oracleFile) {
    return of(graph, ExportedNames.beside(model, graph), oracleFile);
  }

  /** Compares under the names that parameters have. */
  static OracleComparison of(ModelGraph graph, ExportedNames names, Path oracleFile) {
    Places places = new Places();
    ChannelSpaces spaces = ChannelAnalysis.of(graph, ShapeInference.of(graph));
    Oracle oracle = Oracle.read(oracleFile, names::kept, places);
    Map<Set<Long>, Boolean> ours = new HashMap<>();
    Map<Long, Set<Long>> atomOf = new HashMap<>();
    Map<Long, Set<Integer>> blocks = new HashMap<>();
    for (CoupledGroup group : spaces.groups()) {
      addAtoms(group, names, places, ours, atomOf);
      Set<Integer> counts = new TreeSet<>();
      group.constraints().forEach(constraint -> counts.add(constraint.blocks()));
      addBlocks(group, names, places, counts, blocks);
    }
    return compare(oracle, ours, atomOf, blocks, places);
  }

  boolean equal() {
    return refused == 0 && unsafe == 0 && wrong == 0 && difference.isEmpty();
  }

  private static void addAtoms(
      CoupledGroup group,
      ExportedNames names,
      Places places,
      Map<Set<Long>, Boolean> ours,
      Map<Long, Set<Long>> atomOf) {
    for (int i = 0; i < group.size(); i++) {
      Set<Long> atom = new HashSet<>();
      for (Member member : group.members()) {
        String name = names.parameter(member.parameter());
        if (names.kept(name)) {
          int axis = names.axis(name, member.axis());
          for (int index : member.indices().of(i)) {
            atom.add(places.place(name, axis, index));
          }
        }
      }
      if (!atom.isEmpty()) {
        ours.put(atom, group.prunable());
        atom.forEach(place -> atomOf.put(place, atom));
      }
    }
  }

  private static void addBlocks(
      CoupledGroup group,
      ExportedNames names,
      Places places,
      Set<Integer> counts,
      Map<Long, Set<Integer>> blocks) {
    for (Member member : group.members()) {
      String name = names.parameter(member.parameter());
      int axis = names.axis(name, member.axis());
      for (int i = 0; i < group.size(); i++) {
        for (int index : member.indices().of(i)) {
          blocks.put(places.place(name, axis, index), counts);
        }
      }
    }
  }

  private static OracleComparison compare(
      Oracle oracle,
      Map<Set<Long>, Boolean> ours,
      Map<Long, Set<Long>> atomOf,
      Map<Long, Set<Integer>> blocks,
      Places places) {
    int exact = 0;
    int refused = 0;
    int unsafe = 0;
    int wrong = 0;
    String difference = "";
    for (Map.Entry<Set<Long>, Boolean> entry : oracle.prunable().entrySet()) {
      Set<Long> atom = entry.getKey();
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
        difference = sentence(atom, entry.getValue(), own, ours, atomOf, places);
      }
    }
    for (Map.Entry<Long, Set<Integer>> entry : oracle.blocks().entrySet()) {
      Set<Integer> own = blocks.getOrDefault(entry.getKey(), Set.of());
      if (difference.isEmpty() && !own.equals(entry.getValue())) {
        String place = places.text(entry.getKey());
        difference = "blocks of " + place + " are " + own + ", not " + entry.getValue();
      }
    }
    return new OracleComparison(exact, refused, unsafe, wrong, difference);
  }

  /** Whether we would prune part of an atom without the rest, or an atom that has to stay. */
  private static boolean unsafe(
      Set<Long> atom, boolean prunable, Map<Set<Long>, Boolean> ours, Map<Long, Set<Long>> atomOf) {
    for (long place : atom) {
      Set<Long> own = atomOf.get(place);
      if (own != null && Boolean.TRUE.equals(ours.get(own))) {
        if (!prunable || !own.containsAll(atom)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String sentence(
      Set<Long> atom,
      boolean prunable,
      @Nullable Boolean own,
      Map<Set<Long>, Boolean> ours,
      Map<Long, Set<Long>> atomOf,
      Places places) {
    long least = new TreeSet<>(atom).first();
    String first = places.text(least);
    if (own != null) {
      return first + " is prunable=" + own + ", not " + prunable;
    }
    Set<Long> found = atomOf.getOrDefault(least, Set.of());
    Set<Long> missing = new TreeSet<>(atom);
    missing.removeAll(found);
    Set<Long> extra = new TreeSet<>(found);
    extra.removeAll(atom);
    return first
        + " (prunable="
        + ours.get(found)
        + ", oracle "
        + prunable
        + ") lacks "
        + shortened(missing, places)
        + " and has besides "
        + shortened(extra, places);
  }

  private static String shortened(Set<Long> atom, Places places) {
    return atom.size() + " " + atom.stream().limit(4).map(places::text).toList();
  }
}

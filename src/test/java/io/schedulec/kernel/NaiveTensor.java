package io.schedulec.kernel;

import io.schedulec.channel.Member;
import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A tensor as a bag of cells, each of which knows where it stood at first. */
final class NaiveTensor {

  /** An element. */
  static final class Cell {
    final List<Integer> at;
    double value;

    Cell(List<Integer> at, double value) {
      this.at = at;
      this.value = value;
    }
  }

  private final Parameter parameter;
  private final int groups;
  private final Map<Integer, Set<Cell>> masks = new HashMap<>();
  private List<Cell> cells = new ArrayList<>();

  NaiveTensor(Parameter parameter, int groups, double[] values) {
    this.parameter = parameter;
    this.groups = groups;
    for (int i = 0; i < values.length; i++) {
      cells.add(new Cell(unravel(i), values[i]));
    }
  }

  private List<Integer> unravel(int index) {
    List<Integer> at = new ArrayList<>();
    int rest = index;
    for (int axis = parameter.shape().rank() - 1; axis >= 0; axis--) {
      int size = (int) parameter.shape().dim(axis);
      at.add(0, rest % size);
      rest /= size;
    }
    return at;
  }

  List<Cell> cells() {
    return cells;
  }

  /** What is left of each structure of an axis, as a cut file would number them. */
  List<List<Cell>> structures(int axis) {
    Map<Integer, TreeSet<Integer>> indices = new HashMap<>();
    for (Cell cell : cells) {
      indices.computeIfAbsent(row(cell, axis), r -> new TreeSet<>()).add(cell.at.get(axis));
    }
    List<List<Cell>> structures = new ArrayList<>();
    for (Cell cell : cells) {
      Set<Integer> before =
          Objects.requireNonNull(indices.get(row(cell, axis))).headSet(cell.at.get(axis));
      while (structures.size() <= before.size()) {
        structures.add(new ArrayList<>());
      }
      structures.get(before.size()).add(cell);
    }
    return structures;
  }

  /** Other columns can be left in every row of a grouped convolution. */
  private int row(Cell cell, int axis) {
    return axis == 1 && groups > 1 ? cell.at.get(0) : 0;
  }

  void mask(int axis, Set<Cell> masked) {
    masks.put(axis, masked);
    masked.forEach(cell -> cell.value = 0);
  }

  boolean masks(Member member, int channel) {
    return Objects.requireNonNull(masks.get(member.axis())).containsAll(of(member, channel));
  }

  void remove(Member member, int channel) {
    Set<Cell> gone = of(member, channel);
    cells = new ArrayList<>(cells.stream().filter(cell -> !gone.contains(cell)).toList());
  }

  private Set<Cell> of(Member member, int channel) {
    Set<Cell> found = new HashSet<>();
    for (Cell cell : cells) {
      int index = cell.at.get(member.axis());
      if (member.convInput()) {
        int rows = (int) parameter.shape().dim(0) / groups;
        index += cell.at.get(0) / rows * (int) parameter.shape().dim(1);
      }
      if (member.indices().of(channel).contains(index)) {
        found.add(cell);
      }
    }
    return found;
  }

  /** Whether every group of a convolution has kept as many rows, and as many columns. */
  boolean balanced() {
    return kept(0) && kept(1);
  }

  /** Whether its rows are equally long: within an epoch, groups can have lost other columns. */
  boolean isTensor() {
    return kept(1);
  }

  private boolean kept(int axis) {
    if (groups == 1) {
      return true;
    }
    Map<Integer, Set<Integer>> left = new HashMap<>();
    int each = (int) parameter.shape().dim(0) / groups;
    for (Cell cell : cells) {
      left.computeIfAbsent(cell.at.get(0) / each, g -> new HashSet<>()).add(cell.at.get(axis));
    }
    return left.size() == groups && left.values().stream().map(Set::size).distinct().count() == 1;
  }
}

package io.schedulec.inspect;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much of a model's parameters goes when all channels that can be removed are removed. */
final class PrunableShare {
  private final Map<String, Marks> marks = new HashMap<>();

  private PrunableShare(ChannelSpaces spaces) {
    for (CoupledGroup group : spaces.groups()) {
      if (group.prunable()) {
        group.members().forEach(member -> mark(member, group.size()));
      }
    }
  }

  /**
   * What goes of one parameter.
   *
   * @param axes the indices of each axis
   * @param inputs the input channels of a grouped convolution, each a column of one block of rows
   */
  private record Marks(Map<Integer, BitSet> axes, BitSet inputs) {}

  /** The share of all elements, from 0 to 1; 0 for a model without parameters. */
  static double of(ModelGraph graph, ChannelSpaces spaces) {
    PrunableShare share = new PrunableShare(spaces);
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    graph.parameters().forEach(p -> parameters.putIfAbsent(p.name(), p));
    double all = 0;
    double prunable = 0;
    for (Parameter parameter : parameters.values()) {
      long elements = Math.max(0, parameter.shape().elements());
      all += elements;
      prunable += elements * (1 - share.rest(parameter));
    }
    return all == 0 ? 0 : prunable / all;
  }

  private void mark(Member member, int size) {
    Marks own =
        marks.computeIfAbsent(
            member.parameter().name(), name -> new Marks(new HashMap<>(), new BitSet()));
    BitSet indices =
        member.convInput()
            ? own.inputs()
            : own.axes().computeIfAbsent(member.axis(), axis -> new BitSet());
    if (member.indices().identity()) {
      indices.set(0, size);
      return;
    }
    for (int channel = 0; channel < size; channel++) {
      member.indices().of(channel).forEach(indices::set);
    }
  }

  /** The share of a parameter that stays. */
  private double rest(Parameter parameter) {
    Marks own = marks.get(parameter.name());
    if (own == null) {
      return 1;
    }
    double rest = own.inputs().isEmpty() ? axis(own, 0, parameter) : grouped(own, parameter);
    for (int axis = 1; axis < parameter.shape().rank(); axis++) {
      rest *= axis(own, axis, parameter);
    }
    return rest;
  }

  private static double axis(Marks own, int axis, Parameter parameter) {
    BitSet marked = own.axes().get(axis);
    return marked == null ? 1 : 1 - marked.cardinality() / (double) parameter.shape().dim(axis);
  }

  /** The same of a grouped convolution, whose blocks of rows have lost different columns. */
  private static double grouped(Marks own, Parameter parameter) {
    int rows = (int) parameter.shape().dim(0);
    int columns = (int) parameter.shape().dim(1);
    int blocks = Math.max(1, (own.inputs().length() + columns - 1) / columns);
    BitSet filters = own.axes().getOrDefault(0, new BitSet());
    double rest = 0;
    for (int row = 0; row < rows; row++) {
      int block = (int) ((long) row * blocks / rows);
      int lost = own.inputs().get(block * columns, (block + 1) * columns).cardinality();
      rest += filters.get(row) ? 0 : 1 - lost / (double) columns;
    }
    return rest / rows;
  }
}

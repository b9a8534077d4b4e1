package io.schedulec.surgery;

import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.Value;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What removals of channels take away from each parameter. */
final class ParameterCuts {
  private final Map<String, TensorCut> byName = new HashMap<>();
  private final Map<String, Integer> groupsOf = new HashMap<>();

  private ParameterCuts(ModelGraph graph) {
    Map<Value, Value> cast = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (node.opType().equals("Cast") || node.opType().equals("Identity")) {
        node.input(0).ifPresent(in -> node.output(0).ifPresent(out -> cast.put(out, in)));
      }
      boolean convolution = node.opType().equals("Conv") || node.opType().equals("ConvTranspose");
      if (convolution && node.input(1).isPresent()) {
        note(origin(cast, node.input(1).get()), (int) node.attributes().integer("group", 1));
      }
    }
  }

  private static Value origin(Map<Value, Value> cast, Value value) {
    Value origin = value;
    while (cast.containsKey(origin)) {
      origin = cast.getOrDefault(origin, origin);
    }
    return origin;
  }

  private void note(Value weight, int groups) {
    weight.parameter().ifPresent(parameter -> groupsOf.put(parameter.name(), groups));
  }

  /**
   * The cuts of all removals.
   *
   * @throws CannotCutException if one removes channels that have to stay
   */
  static ParameterCuts of(ModelGraph graph, List<Removal> removals) {
    ParameterCuts cuts = new ParameterCuts(graph);
    removals.forEach(removal -> cuts.add(removal, member -> true));
    return cuts;
  }

  /**
   * What removals take away from the parameters that read the channels.
   *
   * @throws CannotCutException if one removes channels that have to stay
   */
  static Map<String, TensorCut> ofReaders(ModelGraph graph, List<Removal> removals) {
    ParameterCuts cuts = new ParameterCuts(graph);
    removals.forEach(removal -> cuts.add(removal, Member::reader));
    return cuts.byName;
  }

  private void add(Removal removal, Predicate<Member> which) {
    if (removal.channels().isEmpty()) {
      return;
    }
    if (!removal.group().prunable()) {
      Frozen frozen = removal.group().frozen().get(0);
      String where = frozen.node().isEmpty() ? frozen.tensor() : frozen.node();
      throw new CannotCutException(
          "channels of "
              + removal.group().members().get(0).parameter().name()
              + " cannot be removed because of "
              + where
              + ": "
              + frozen.explanation());
    }
    for (Member member : removal.group().members()) {
      if (which.test(member)) {
        add(member, removal.channels());
      }
    }
  }

  private void add(Member member, List<Integer> channels) {
    BitSet indices = new BitSet();
    for (int channel : channels) {
      member.indices().of(channel).forEach(indices::set);
    }
    Parameter parameter = member.parameter();
    TensorCut cut = byName.getOrDefault(parameter.name(), TensorCut.none(parameter.shape()));
    byName.put(
        parameter.name(),
        member.convInput()
            ? cut.andAcross(groupsOf.getOrDefault(parameter.name(), 1), indices)
            : cut.and(member.axis(), indices));
  }

  /** What goes of a parameter; tied parameters may be stored with their axes exchanged. */
  Optional<TensorCut> of(Parameter parameter) {
    TensorCut cut = byName.get(parameter.name());
    if (cut == null) {
      return Optional.empty();
    }
    if (cut.before().equals(parameter.shape())) {
      return Optional.of(cut);
    }
    if (parameter.shape().rank() != 2 || cut.before().rank() != 2 || cut.blockwise()) {
      throw new CannotCutException(
          "parameter " + parameter.name() + " is stored twice, in shapes that do not agree");
    }
    return Optional.of(
        TensorCut.none(parameter.shape()).and(0, cut.removed(1)).and(1, cut.removed(0)));
  }
}

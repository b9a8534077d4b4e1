package io.schedulec.ide;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.check.StructureSizes;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.shape.Layer;
import io.schedulec.graph.shape.LayerTable;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.ParameterValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What there is to say of the parameters of a schedule's model. */
final class WeightCards {
  private final BoundSchedule schedule;
  private final ModelFacts facts;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final long total;

  private WeightCards(BoundSchedule schedule) {
    this.schedule = schedule;
    this.facts = schedule.facts();
    for (Layer layer : LayerTable.of(facts.graph(), facts.shapes())) {
      layers.put(layer.weight().name(), layer);
    }
    this.total = layers.values().stream().mapToLong(Layer::params).sum();
  }

  /** The cards of a schedule's model; none where no model is known. */
  static Optional<WeightCards> of(Optional<BoundSchedule> schedule) {
    return schedule.filter(s -> s.facts().present()).map(WeightCards::new);
  }

  /** The weights of convolutions and linear layers, in graph order. */
  List<Parameter> weights() {
    return layers.values().stream().map(Layer::weight).toList();
  }

  /** The parameter that a schedule means by a name. */
  Optional<Parameter> find(String name) {
    return facts.names().find(name);
  }

  /** Shape and chain in a few words. */
  String detail(Parameter parameter) {
    int writers = 0;
    boolean frozen = false;
    for (CoupledGroup group : facts.spaces().groupsOf(parameter.name(), Role.FILTERS)) {
      writers = Math.max(writers, group.writers().size());
      frozen |= !group.prunable();
    }
    String chain = frozen ? " fixed" : writers > 1 ? " chain of " + writers : "";
    return shape(parameter.shape()) + chain;
  }

  /** Everything, as Markdown. */
  String markdown(Parameter parameter) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("**`" + parameter.name() + "`**");
    paragraphs.add(size(parameter));
    for (CoupledGroup group : facts.spaces().groupsOf(parameter.name(), Role.FILTERS)) {
      paragraphs.addAll(written(parameter, group));
    }
    for (CoupledGroup group : facts.spaces().groupsOf(parameter.name(), Role.CHANNELS)) {
      paragraphs.addAll(read(group));
    }
    for (BoundPruner pruner : schedule.pruners()) {
      paragraphs.addAll(pruned(pruner, parameter));
    }
    return String.join("\n\n", new LinkedHashSet<>(paragraphs));
  }

  private String size(Parameter parameter) {
    Layer layer = layers.get(parameter.name());
    if (layer == null) {
      return shape(parameter.shape());
    }
    StringBuilder text = new StringBuilder();
    text.append(operator(layer)).append(" · ").append(shape(parameter.shape()));
    text.append(" · ").append(Prose.grouped(layer.params())).append(" params");
    if (total > 0) {
      String share = Prose.percent((double) layer.params() / total);
      text.append(" (").append(share).append(" of conv+fc weights)");
    }
    if (layer.macs().isPresent()) {
      text.append(" · ").append(Prose.rounded(layer.macs().getAsLong())).append(" MACs");
    }
    return text.toString();
  }

  private static String operator(Layer layer) {
    Shape shape = layer.weight().shape();
    StringBuilder kernel = new StringBuilder();
    for (int axis = 2; axis < shape.rank(); axis++) {
      kernel.append(axis > 2 ? "x" : " ").append(size(shape, axis));
    }
    return layer.node().opType() + kernel;
  }

  private static String shape(Shape shape) {
    List<String> sizes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      sizes.add(size(shape, axis));
    }
    return "[" + String.join(", ", sizes) + "]";
  }

  private static String size(Shape shape, int axis) {
    return shape.known(axis) ? Long.toString(shape.dim(axis)) : "?";
  }

  private static List<String> written(Parameter parameter, CoupledGroup group) {
    List<String> lines = new ArrayList<>();
    List<String> others = layersOf(group.writers());
    others.remove(parameter.layer());
    if (!others.isEmpty()) {
      lines.add("chain of " + (others.size() + 1) + ", with " + Prose.list(others));
    }
    List<String> readers = layersOf(group.readers());
    if (!readers.isEmpty()) {
      lines.add("consumers " + Prose.list(readers));
    }
    if (!group.prunable()) {
      lines.add("its filters cannot be removed: " + group.frozen().get(0).explanation());
    }
    return lines;
  }

  private static List<String> read(CoupledGroup group) {
    List<String> writers = layersOf(group.writers());
    return writers.isEmpty() ? List.of() : List.of("reads from " + Prose.list(writers));
  }

  private static List<String> layersOf(List<Member> members) {
    Set<String> names = new LinkedHashSet<>();
    for (Member member : members) {
      names.add(member.parameter().layer());
    }
    return new ArrayList<>(names);
  }

  private List<String> pruned(BoundPruner pruner, Parameter parameter) {
    Optional<BoundWeight> weight = pruner.weight(parameter.name());
    List<String> lines = new ArrayList<>();
    if (weight.isPresent()) {
      for (BoundPolicy policy : pruner.policies()) {
        String when = Epochs.of(policy.timing());
        lines.add(
            "pruned by `" + pruner.name() + "`, " + when + target(pruner, weight.get(), policy));
      }
    }
    return lines;
  }

  private String target(BoundPruner pruner, BoundWeight weight, BoundPolicy policy) {
    Optional<ParameterValue> own = own(pruner, weight);
    if (own.isPresent() && own.get().number().isPresent()) {
      String key = pruner.instance().parameterMap().orElseThrow().key().value();
      return ", `" + key + "` " + Prose.fraction(own.get().number().get().value());
    }
    OptionalDouble rate = Rates.target(pruner.instance(), policy, policy.timing().last());
    if (rate.isEmpty()) {
      return "";
    }
    return ", to " + Prose.fraction(rate.getAsDouble()) + left(pruner, weight, rate.getAsDouble());
  }

  private static Optional<ParameterValue> own(BoundPruner pruner, BoundWeight weight) {
    for (ParameterValue value : pruner.instance().parameterValues()) {
      if (value.name().value().equals(weight.written().value())) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private String left(BoundPruner pruner, BoundWeight weight, double rate) {
    Optional<Structure> structure = pruner.structure().filter(Structure::wholeChannels);
    int size = structure.isPresent() ? StructureSizes.of(schedule, pruner, weight) : 0;
    if (size == 0) {
      return "";
    }
    int kept = StructureCount.kept(rate, size);
    return " (" + kept + " of " + size + " " + structure.get().plural() + " stay)";
  }
}

package io.schedulec.equivalence;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import io.schedulec.surgery.ModelRewrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A model with random filters of random groups masked, and what a runtime says of it. */
final class Trial {
  private static final int SAMPLES = 3;

  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final ModelRewrite rewrite;
  private final Path folder;
  private final Random random;
  private final EditedWeights masked;
  private final float[] input;
  private final long[] inputShape;
  private final Map<CoupledGroup, List<Integer>> removed = new LinkedHashMap<>();

  /** A node that reads removed channels, and the index of each in what it reads. */
  record Reading(Node node, Member member, List<Integer> indices) {}

  Trial(Path model, Path folder, long seed) {
    this.graph = OnnxReader.read(model);
    this.shapes = ShapeInference.of(graph);
    this.rewrite = ModelRewrite.of(model, graph, shapes);
    this.folder = folder;
    this.random = new Random(seed);
    this.masked = new EditedWeights(StoredWeights.of(model));
    long[] dims = shapes.shape(graph.inputs().get(0)).orElseThrow().toArray();
    dims[0] = dims[0] == Shape.UNKNOWN ? SAMPLES : dims[0];
    this.inputShape = dims;
    this.input = new float[(int) Shape.of(dims).elements()];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) random.nextGaussian();
    }
    choose();
    removed.forEach(this::mask);
  }

  private void choose() {
    List<CoupledGroup> groups =
        ChannelAnalysis.of(graph, shapes).groups().stream()
            .filter(g -> g.prunable() && g.size() > 1 && !g.writers().isEmpty())
            .toList();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      CoupledGroup group = groups.get(random.nextInt(groups.size()));
      List<Integer> channels = new ArrayList<>();
      for (int c = 0; c + 1 < group.size(); c++) {
        if (random.nextInt(3) == 0) {
          channels.add(c);
        }
      }
      if (!channels.isEmpty()) {
        removed.put(group, channels);
      }
    }
  }

  /** Masks filters, or now and then channels; and makes some shifts and biases zero or negative. */
  private void mask(CoupledGroup group, List<Integer> channels) {
    boolean filters = random.nextInt(5) != 0;
    boolean all = random.nextInt(4) != 0;
    int shifts = random.nextInt(4);
    for (Member member : group.members()) {
      boolean masks = filters ? member.writer() : member.reader() && !member.convInput();
      boolean shift =
          member.role() == Role.BIAS
              || (member.role() == Role.NORM && member.parameter().name().endsWith("bias"));
      if (masks && (all || random.nextBoolean())) {
        masked.change(group, member, channels, w -> 0);
      } else if (shift && shifts > 0) {
        masked.change(group, member, channels, b -> shifts == 1 ? 0 : sign(shifts) * Math.abs(b));
      } else if (shifts > 0 && member.parameter().name().endsWith("running_mean")) {
        masked.change(group, member, channels, m -> shifts == 1 ? 0 : -sign(shifts) * Math.abs(m));
      }
    }
  }

  private static int sign(int shifts) {
    return shifts == 2 ? 1 : -1;
  }

  Map<CoupledGroup, List<Integer>> removed() {
    return removed;
  }

  /** What is claimed of it. */
  Map<CoupledGroup, Emission> claims() {
    return Emissions.of(graph, shapes, removed, masked);
  }

  /** The masked weights, to be changed. */
  EditedWeights weights() {
    return masked.copy();
  }

  /** Weights of which the readers ignore the removed channels. */
  EditedWeights dropped() {
    EditedWeights weights = weights();
    removed.forEach(
        (group, channels) ->
            group.readers().forEach(m -> weights.change(group, m, channels, w -> 0)));
    return weights;
  }

  /** Runs the model with some weights. */
  RanModel run(EditedWeights weights) {
    Path file = folder.resolve("model.onnx");
    weights.write(rewrite, file);
    List<String> wanted = new ArrayList<>();
    for (CoupledGroup group : removed.keySet()) {
      for (Reading reading : readings(group)) {
        String name = reading.node().input(0).orElseThrow().name();
        if (!wanted.contains(name)) {
          wanted.add(name);
        }
      }
    }
    return RanModel.of(file, wanted, graph.inputs().get(0).name(), inputShape, input);
  }

  /** What the model computes. */
  float[] output(RanModel ran) {
    return ran.value(graph.outputs().get(0).name());
  }

  /** The readers of a group's removed channels. */
  List<Reading> readings(CoupledGroup group) {
    List<Reading> readings = new ArrayList<>();
    for (Member member : group.readers()) {
      List<Integer> indices = new ArrayList<>();
      removed.getOrDefault(group, List.of()).forEach(c -> indices.addAll(member.indices().of(c)));
      for (Node node : graph.nodes()) {
        if (parameter(node, 1).filter(member.parameter()::equals).isPresent()) {
          readings.add(new Reading(node, member, indices));
        }
      }
    }
    return readings;
  }

  /** A parameter that is an input of a node. */
  static Optional<Parameter> parameter(Node node, int place) {
    return node.input(place).flatMap(Value::parameter);
  }

  /** The nodes that use what a node computes. */
  List<Node> users(Node node) {
    Value out = node.output(0).orElseThrow();
    return graph.nodes().stream().filter(n -> n.inputs().contains(Optional.of(out))).toList();
  }

  /** The elements of a channel of what a reader reads, over all samples and positions. */
  float[] elements(RanModel ran, Reading reading, int index) {
    Value data = reading.node().input(0).orElseThrow();
    float[] all = ran.value(data.name());
    Shape shape = shapes.shape(data).orElseThrow();
    int size = (int) shape.dim(1);
    int inner = (int) shape.product(2, shape.rank());
    float[] own = new float[all.length / size];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (i / inner % size == index) {
        own[count++] = all[i];
      }
    }
    return own;
  }
}

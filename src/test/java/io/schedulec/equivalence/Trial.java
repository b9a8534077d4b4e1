package io.schedulec.equivalence;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.DataType;
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
import java.nio.file.Files;
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
  private final List<float[]> inputs = new ArrayList<>();
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
    dims[0] = Math.max(1, dims[0]);
    this.inputShape = dims;
    for (int i = 0; i < SAMPLES; i++) {
      inputs.add(noise((int) Shape.of(dims).elements()));
    }
    choose();
    removed.forEach(this::mask);
  }

  /**
   * Whether a model is one file with one input, of real numbers and known size, and has groups to
   * be chosen.
   */
  static boolean fits(Path model) {
    if (Files.exists(model.resolveSibling(model.getFileName() + ".data"))) {
      return false;
    }
    ModelGraph graph = OnnxReader.read(model);
    ShapeTable shapes = ShapeInference.of(graph);
    Value input = graph.inputs().get(0);
    return graph.inputs().size() == 1
        && input.type() == DataType.FLOAT32
        && shapes.shape(input).filter(s -> s.with(0, 1).fullyKnown()).isPresent()
        && !groups(graph, shapes).isEmpty();
  }

  private static List<CoupledGroup> groups(ModelGraph graph, ShapeTable shapes) {
    return ChannelAnalysis.of(graph, shapes).groups().stream()
        .filter(g -> g.prunable() && g.size() > 1 && !g.writers().isEmpty())
        .filter(g -> g.members().stream().noneMatch(Member::convInput))
        .toList();
  }

  private float[] noise(int size) {
    float[] noise = new float[size];
    for (int i = 0; i < size; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  private void choose() {
    List<CoupledGroup> groups = groups(graph, shapes);
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
      boolean masks = filters ? member.writer() : member.reader();
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

  /** Runs the model with some weights, for each input. */
  List<RanModel> run(EditedWeights weights) {
    Path file = folder.resolve("model.onnx");
    weights.write(rewrite, file);
    List<String> wanted = new ArrayList<>();
    for (CoupledGroup group : removed.keySet()) {
      for (Reading reading : readings(group)) {
        String data = reading.node().input(0).orElseThrow().name();
        if (!wanted.contains(data)) {
          wanted.add(data);
        }
      }
    }
    String name = graph.inputs().get(0).name();
    return inputs.stream().map(x -> RanModel.of(file, wanted, name, inputShape, x)).toList();
  }

  /** The largest difference of two runs, relative to the largest output of the first. */
  double difference(List<RanModel> one, List<RanModel> other) {
    String output = graph.outputs().get(0).name();
    double difference = 0;
    double scale = 0;
    for (int run = 0; run < one.size(); run++) {
      float[] a = one.get(run).value(output);
      float[] b = other.get(run).value(output);
      for (int i = 0; i < a.length; i++) {
        difference = Math.max(difference, Math.abs(a[i] - b[i]));
        scale = Math.max(scale, Math.abs(a[i]));
      }
    }
    return difference / scale;
  }

  /** The readers of a group's removed channels whose weights are stored as they are used. */
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

  /** The running mean of the normalisation behind a node. */
  Parameter meanBehind(Node node) {
    Value out = node.output(0).orElseThrow();
    return graph.nodes().stream()
        .filter(n -> n.opType().equals("BatchNormalization"))
        .filter(n -> n.input(0).filter(out::equals).isPresent())
        .findFirst()
        .flatMap(n -> parameter(n, 3))
        .orElseThrow();
  }

  /** The elements of a channel of what a reader reads, over all runs and positions. */
  List<Float> elements(List<RanModel> runs, Reading reading, int index) {
    Value data = reading.node().input(0).orElseThrow();
    Shape shape = shapes.shape(data).orElseThrow();
    int axis = reading.node().opType().equals("MatMul") ? shape.rank() - 1 : 1;
    int size = (int) shape.dim(axis);
    int inner = (int) shape.product(axis + 1, shape.rank());
    List<Float> elements = new ArrayList<>();
    for (RanModel run : runs) {
      float[] all = run.value(data.name());
      for (int i = 0; i < all.length; i++) {
        if (i / inner % size == index) {
          elements.add(all[i]);
        }
      }
    }
    return elements;
  }
}

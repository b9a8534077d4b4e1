package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the names of parameters with those that were found by comparing values.
 *
 * <p>A tensor counts as convolutional if a convolution, its normalisation or a {@code Gemm} uses
 * it; there, every name must be right.
 */
final class NamesGroundTruthTest {
  private static final List<String> FOLDERS =
      List.of("models/graphs", "models/graphs/variants", "models/full");
  private static final Set<String> CONVOLUTIONAL =
      Set.of("Conv", "ConvTranspose", "BatchNormalization", "Gemm");
  private static final int SHOWN = 20;

  /** How many names were right, of how many, and which convolutional ones were not. */
  private record Outcome(int right, int all, List<String> wrong, List<String> wrongConvolutional) {}

  static List<Path> models() {
    List<Path> models = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Path truth : Shared.files(folder, ".names.json")) {
        String name = truth.getFileName().toString().replace(".names.json", ".onnx");
        // One export has no tensors at all, and is refused; one has functions without any names.
        boolean nameless = name.contains("dynamo-noparams") || name.contains("localfn");
        if (!nameless && Files.exists(truth.resolveSibling(name))) {
          models.add(truth.resolveSibling(name));
        }
      }
    }
    return models;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("models")
  void everyNameOfAConvolutionIsRight(Path model) throws IOException {
    assertThat(compare(model).wrongConvolutional()).isEmpty();
  }

  /** Of the modules it traced, that export tells the classes only: no name may be made up. */
  @Test
  void whatStandsInFunctionsWithoutNamesKeepsTheNamesOfItsTensors() {
    Path model = Shared.file("models/graphs/variants/resnet_basic_mini.localfn.onnx");
    List<Parameter> parameters = OnnxReader.read(model).parameters();
    assertThat(parameters).hasSize(32);
    assertThat(parameters)
        .allSatisfy(
            parameter -> {
              assertThat(parameter.name()).isEqualTo(parameter.onnxName());
              assertThat(parameter.recovered()).isEqualTo(parameter.name().startsWith("fc."));
            });
  }

  @Test
  void nearlyAllNamesAreRight() throws IOException {
    Shared.file("models");
    Map<String, int[]> shares = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int right = 0;
    int all = 0;
    for (Path model : models()) {
      Outcome outcome = compare(model);
      int[] share = shares.computeIfAbsent(flavour(model), k -> new int[2]);
      share[0] += outcome.right();
      share[1] += outcome.all();
      right += outcome.right();
      all += outcome.all();
      wrong.addAll(outcome.wrong());
    }
    shares.forEach((k, v) -> System.out.printf("%s: %d of %d names%n", k, v[0], v[1]));
    wrong.stream().limit(SHOWN).forEach(System.out::println);
    assertThat((double) right / all).isGreaterThanOrEqualTo(0.98);
  }

  private static Outcome compare(Path model) throws IOException {
    String name = model.getFileName().toString().replace(".onnx", ".names.json");
    JsonObject truth =
        JsonParser.parseString(Files.readString(model.resolveSibling(name))).getAsJsonObject();
    ModelGraph graph = OnnxReader.read(model);
    Map<String, Set<Parameter>> found = parameters(graph);
    Set<String> convolutional = convolutional(graph);
    Set<String> unused = texts(truth, "unused_initializers");
    int right = 0;
    int all = 0;
    List<String> wrong = new ArrayList<>();
    List<String> wrongConvolutional = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : truth.getAsJsonObject("initializers").entrySet()) {
      JsonObject expected = entry.getValue().getAsJsonObject();
      String how = expected.get("how").getAsString();
      // A tensor that several parameters were computed into is none of them.
      if (how.startsWith("derived") || unused.contains(entry.getKey())) {
        continue;
      }
      all++;
      Set<Parameter> parameters = found.getOrDefault(entry.getKey(), Set.of());
      if (accepted(expected, parameters) && stored(how, parameters)) {
        right++;
        continue;
      }
      String line =
          "%s: %s is %s (%s), read as %s"
              .formatted(
                  model.getFileName(),
                  entry.getKey(),
                  expected.get("param").getAsString(),
                  how,
                  parameters);
      wrong.add(line);
      if (convolutional.contains(entry.getKey())) {
        wrongConvolutional.add(line);
      }
    }
    return new Outcome(right, all, wrong, wrongConvolutional);
  }

  private static Set<String> texts(JsonObject object, String name) {
    Set<String> texts = new HashSet<>();
    if (object.has(name)) {
      object.getAsJsonArray(name).forEach(text -> texts.add(text.getAsString()));
    }
    return texts;
  }

  private static boolean accepted(JsonObject expected, Set<Parameter> parameters) {
    String name = expected.get("param").getAsString();
    Set<String> names = texts(expected, "candidates");
    names.add(name);
    // A scale that is 1 makes a parametrised weight equal to its direction.
    if (name.endsWith("weight_v")) {
      names.add(name.substring(0, name.length() - "_v".length()));
    }
    for (Parameter parameter : parameters) {
      if (parameter.recovered() && names.contains(parameter.name())) {
        return true;
      }
    }
    // Fresh biases are zero, and so are those of the layers they were folded into: values do not
    // tell them apart.
    return names.size() > 1
        && name.endsWith(".bias")
        && parameters.stream().allMatch(p -> p.recovered() && p.name().endsWith(".bias"));
  }

  private static boolean stored(String how, Set<Parameter> parameters) {
    // Values of low precision may equal those of the untransposed matrix as well.
    boolean same = !how.equals("transposed") && !how.equals("reshaped");
    return parameters.stream().anyMatch(p -> same == (p.stored() == Parameter.Stored.SAME));
  }

  private static Map<String, Set<Parameter>> parameters(ModelGraph graph) {
    Map<String, Set<Parameter>> found = new HashMap<>();
    for (Parameter parameter : graph.parameters()) {
      found.computeIfAbsent(parameter.onnxName(), k -> new HashSet<>()).add(parameter);
    }
    return found;
  }

  private static Set<String> convolutional(ModelGraph graph) {
    Set<String> names = new HashSet<>();
    for (Node node : graph.nodes()) {
      if (CONVOLUTIONAL.contains(node.opType())) {
        for (Optional<Value> input : node.inputs()) {
          input.flatMap(Value::parameter).ifPresent(p -> names.add(p.onnxName()));
        }
      }
    }
    return names;
  }

  private static String flavour(Path model) {
    String name = model.getFileName().toString();
    if (name.contains("dynamo")) {
      return "today's exporter";
    }
    return name.contains("fused") ? "folded" : "names kept";
  }
}

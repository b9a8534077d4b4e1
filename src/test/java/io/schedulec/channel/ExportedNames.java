package io.schedulec.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the framework's parameters an exported tensor is, by the file beside the model, which
 * was made by comparing values.
 *
 * @param byTensor parameter by tensor
 * @param how how the tensor differs from it, by parameter; empty where there is no such file
 * @param own the names that we found, for tensors that may be any of several parameters
 */
public record ExportedNames(
    Map<String, String> byTensor, Map<String, String> how, Set<String> own) {
  private static final String CANDIDATE = "perhaps ";

  /** The names of a model that has all parameters as they are. */
  public static ExportedNames exact(ModelGraph graph) {
    ExportedNames names = new ExportedNames(new HashMap<>(), new HashMap<>(), new TreeSet<>());
    for (Parameter parameter : graph.parameters()) {
      names.own.add(parameter.name());
      names.how.put(parameter.name(), "identical");
    }
    return names;
  }

  /** What stands beside a model. */
  public static ExportedNames beside(Path model, ModelGraph graph) {
    ExportedNames names = new ExportedNames(new HashMap<>(), new HashMap<>(), new TreeSet<>());
    String file = model.getFileName().toString().replaceFirst("\\.onnx$", ".names.json");
    if (Files.exists(model.resolveSibling(file))) {
      JsonObject json = Oracle.json(model.resolveSibling(file));
      for (Map.Entry<String, JsonElement> entry : json.getAsJsonObject("initializers").entrySet()) {
        names.add(entry.getKey(), entry.getValue().getAsJsonObject());
      }
    }
    for (Parameter parameter : graph.parameters()) {
      names.own.add(names.parameter(parameter));
    }
    return names;
  }

  private void add(String tensor, JsonObject value) {
    if (!value.has("param") || !value.get("param").isJsonPrimitive()) {
      return;
    }
    String word = value.get("how").getAsString().split("[( ]", 2)[0];
    if (value.has("candidates")) {
      for (JsonElement candidate : value.getAsJsonArray("candidates")) {
        how.put(candidate.getAsString(), CANDIDATE + word);
      }
    } else {
      String parameter = value.get("param").getAsString();
      byTensor.put(tensor, parameter);
      how.put(parameter, word);
    }
  }

  /** The framework's name of a parameter. */
  public String parameter(Parameter parameter) {
    return plain(byTensor.getOrDefault(parameter.onnxName(), parameter.name()));
  }

  /** The framework's name of a tensor. */
  public String parameter(String name) {
    return plain(byTensor.getOrDefault(name, name));
  }

  private static String plain(String name) {
    return name.startsWith("module.") ? name.substring("module.".length()) : name;
  }

  /** Whether the export has a parameter as it is, at most scaled or transposed. */
  public boolean kept(String parameter) {
    if (how.isEmpty()) {
      return own.contains(parameter) && !parameter.endsWith(".bias");
    }
    String word = how.getOrDefault(parameter, "absent");
    if (word.startsWith(CANDIDATE)) {
      word = own.contains(parameter) ? word.substring(CANDIDATE.length()) : "absent";
    }
    return word.equals("identical") || word.equals("filter_scaled") || word.equals("transposed");
  }

  /** The axis of the framework's parameter that an axis of the stored tensor is. */
  public int axis(String parameter, int axis) {
    return "transposed".equals(how.get(parameter)) && axis < 2 ? 1 - axis : axis;
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small archives as {@code torch.export.save} does. */
final class Exported {
  private final List<String> specs = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, String> metas = new LinkedHashMap<>();
  private final Map<String, String> stored = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** One named argument, as JSON. */
  record Argument(String name, String json) {}

  /** An input of the model. */
  Exported input(String name, long... shape) {
    return input(name, DataType.FLOAT32, shape);
  }

  /** An input of the model. */
  Exported input(String name, DataType type, long... shape) {
    specs.add("{\"user_input\": {\"arg\": {\"as_tensor\": {\"name\": \"" + name + "\"}}}}");
    return declare(name, type, shape);
  }

  /** A parameter, which the graph calls {@code p_} and the name with underscores. */
  Exported parameter(String name, long... shape) {
    return parameter(name, "weight_" + stored.size(), shape);
  }

  /** A parameter in a given storage. */
  Exported parameter(String name, String storage, long... shape) {
    specs.add(
        "{\"parameter\": {\"arg\": {\"name\": \""
            + placeholder(name)
            + "\"}, \"parameter_name\": \""
            + name
            + "\"}}");
    store(name, storage, false, meta(DataType.FLOAT32, shape));
    return declare(placeholder(name), DataType.FLOAT32, shape);
  }

  /** A buffer with elements. */
  Exported buffer(String name, DataType type, byte[] elements, boolean persistent, long... shape) {
    specs.add(
        "{\"buffer\": {\"arg\": {\"name\": \""
            + placeholder(name)
            + "\"}, \"buffer_name\": \""
            + name
            + "\", \"persistent\": "
            + persistent
            + "}}");
    String storage = "weight_" + stored.size();
    store(name, storage, false, meta(type, shape));
    entries.put("data/weights/" + storage, elements);
    return declare(placeholder(name), type, shape);
  }

  /** What the graph calls a parameter. */
  static String placeholder(String name) {
    return "p_" + name.replace('.', '_');
  }

  /** Notes where a tensor is stored. */
  Exported store(String name, String storage, boolean pickled, String meta) {
    stored.put(
        name,
        "{\"path_name\": \""
            + storage
            + "\", \"is_param\": true, \"use_pickle\": "
            + pickled
            + ", \"tensor_meta\": "
            + meta
            + "}");
    return this;
  }

  /** Another entry, under the root folder. */
  Exported entry(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** Declares a tensor; -1 is a size that is a symbol. */
  Exported declare(String name, DataType type, long... shape) {
    metas.put(name, meta(type, shape));
    return this;
  }

  /** The declaration of a tensor whose elements lie row by row. */
  static String meta(DataType type, long... shape) {
    long[] strides = new long[shape.length];
    long step = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= Math.max(1, shape[i]);
    }
    return meta(type, shape, strides, 0);
  }

  /** The declaration of a tensor. */
  static String meta(DataType type, long[] shape, long[] strides, long offset) {
    return "{\"dtype\": "
        + number(type)
        + ", \"sizes\": "
        + sizes(shape)
        + ", \"requires_grad\": true, \"strides\": "
        + sizes(strides)
        + ", \"storage_offset\": {\"as_int\": "
        + offset
        + "}, \"layout\": 7}";
  }

  private static int number(DataType type) {
    for (int i = 1; i < 36; i++) {
      if (ScalarTypes.of(i) == type) {
        return i;
      }
    }
    throw new AssertionError(type);
  }

  private static String sizes(long... shape) {
    List<String> sizes = new ArrayList<>();
    for (long size : shape) {
      sizes.add(
          size < 0
              ? "{\"as_expr\": {\"expr_str\": \"Symbol('s0')\", \"hint\": null}}"
              : "{\"as_int\": " + size + "}");
    }
    return sizes.toString();
  }

  /** A call with results of float tensors that are declared already. */
  Exported call(String target, List<Argument> arguments, String... names) {
    return call(target, "", arguments, names);
  }

  /** A call within a module. */
  Exported call(String target, String stack, List<Argument> arguments, String... names) {
    List<String> inputs = new ArrayList<>();
    for (Argument argument : arguments) {
      inputs.add("{\"name\": \"" + argument.name() + "\", \"arg\": " + argument.json() + "}");
    }
    List<String> outputs = new ArrayList<>();
    for (String name : names) {
      outputs.add(
          metas.containsKey(name)
              ? "{\"as_tensor\": {\"name\": \"" + name + "\"}}"
              : "{\"as_sym_int\": {\"as_name\": \"" + name + "\"}}");
    }
    calls.add(
        "{\"target\": \""
            + target
            + "\", \"inputs\": "
            + inputs
            + ", \"outputs\": "
            + outputs
            + ", \"metadata\": {\"stack_trace\": \"\", \"nn_module_stack\": \""
            + stack
            + "\"}, \"name\": \"call"
            + (calls.isEmpty() ? "" : calls.size())
            + "\"}");
    return this;
  }

  /** A result of the model. */
  Exported output(String name) {
    results.add(name);
    return this;
  }

  /** The text of the program. */
  String json() {
    List<String> tensors = new ArrayList<>();
    metas.forEach((name, meta) -> tensors.add("\"" + name + "\": " + meta));
    List<String> outputs = new ArrayList<>();
    List<String> outputSpecs = new ArrayList<>();
    for (String name : results) {
      String argument = "{\"as_tensor\": {\"name\": \"" + name + "\"}}";
      outputs.add(argument);
      outputSpecs.add("{\"user_output\": {\"arg\": " + argument + "}}");
    }
    return "{\"graph_module\": {\"graph\": {\"inputs\": [], \"outputs\": "
        + outputs
        + ", \"nodes\": "
        + calls
        + ", \"tensor_values\": {"
        + String.join(", ", tensors)
        + "}, \"sym_int_values\": {}}, \"signature\": {\"input_specs\": "
        + specs
        + ", \"output_specs\": "
        + outputSpecs
        + "}}, \"opset_version\": {\"aten\": 10}, \"schema_version\": {\"major\": 8, \"minor\": 20}}";
  }

  /** Writes the archive. */
  Path write(Path file) {
    return write(file, json());
  }

  /** Writes the archive with another text for its program. */
  Path write(Path file, String program) {
    List<String> config = new ArrayList<>();
    stored.forEach((name, payload) -> config.add("\"" + name + "\": " + payload));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("models/model.json", utf8(program));
    all.put(
        "data/weights/model_weights_config.json",
        utf8("{\"config\": {" + String.join(", ", config) + "}}"));
    all.put("archive_format", utf8("pt2"));
    all.putAll(entries);
    return zip(file, "net/", all);
  }

  /** Writes a zip archive whose entries are stored. */
  static Path zip(Path file, String root, Map<String, byte[]> entries) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry stored = new ZipEntry(root + entry.getKey());
        CRC32 sum = new CRC32();
        sum.update(entry.getValue());
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(entry.getValue().length);
        stored.setCrc(sum.getValue());
        zip.putNextEntry(stored);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

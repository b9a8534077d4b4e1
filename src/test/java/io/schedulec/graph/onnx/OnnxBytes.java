package io.schedulec.graph.onnx;

import io.schedulec.graph.ModelGraph;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds small ONNX files for tests: a graph of tensors that have sizes but, mostly, no elements.
 *
 * <p>A size of -1 is written as one that varies. Parts of a node, such as {@link #integers}, are
 * given after its names.
 */
public final class OnnxBytes {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int BOOL = 9;

  private final ProtoBytes graph = new ProtoBytes();
  private final ProtoBytes model = new ProtoBytes();
  private final List<String> given = new ArrayList<>();
  private final List<String> made = new ArrayList<>();
  private final List<byte[]> nodes = new ArrayList<>();

  private OnnxBytes() {}

  /** An empty model of the standard operators' version 17. */
  public static OnnxBytes model() {
    return model(17);
  }

  /** An empty model of a version of the standard operators. */
  public static OnnxBytes model(long opset) {
    OnnxBytes bytes = new OnnxBytes();
    bytes.model.integer(1, 8).message(8, new ProtoBytes().text(1, "").integer(2, opset));
    return bytes;
  }

  /** An empty graph, for the body of a node. */
  public static OnnxBytes graph(String name) {
    OnnxBytes bytes = new OnnxBytes();
    bytes.graph.text(2, name);
    return bytes;
  }

  /** A floating-point input. */
  public OnnxBytes input(String name, long... dims) {
    graph.message(11, declared(name, dims));
    given.add(name);
    return this;
  }

  /** A floating-point output. */
  public OnnxBytes output(String name, long... dims) {
    graph.message(12, declared(name, dims));
    made.add(name);
    return this;
  }

  /** The declared shape of a floating-point value that a node computes. */
  public OnnxBytes value(String name, long... dims) {
    graph.message(13, declared(name, dims));
    return this;
  }

  /** A floating-point initializer whose elements are in a file that does not exist. */
  public OnnxBytes weight(String name, long... dims) {
    ProtoBytes tensor = tensor(name, FLOAT, dims);
    tensor.message(13, entry("location", "absent.weights")).integer(14, 1);
    graph.message(5, tensor);
    return this;
  }

  /** A floating-point initializer whose elements are in another file. */
  public OnnxBytes external(String name, String location, long offset, long... dims) {
    ProtoBytes tensor = tensor(name, FLOAT, dims);
    tensor.message(13, entry("location", location));
    tensor.message(13, entry("offset", Long.toString(offset))).integer(14, 1);
    graph.message(5, tensor);
    return this;
  }

  /** A one-dimensional initializer of whole numbers. */
  public OnnxBytes integers(String name, long... values) {
    graph.message(5, wholeNumbers(name, values));
    return this;
  }

  /** An initializer of real numbers with the given sizes. */
  public OnnxBytes reals(String name, long[] dims, float... values) {
    ProtoBytes raw = new ProtoBytes();
    for (float value : values) {
      raw.little(Float.floatToIntBits(value), 4);
    }
    graph.message(5, tensor(name, FLOAT, dims).bytes(9, raw.toBytes()));
    return this;
  }

  /** An initializer of half precision, written as a list of numbers. */
  public OnnxBytes halves(String name, long[] dims, int... bits) {
    ProtoBytes tensor = new ProtoBytes();
    for (long dim : dims) {
      tensor.integer(1, dim);
    }
    tensor.integer(2, 10).text(8, name);
    for (int value : bits) {
      tensor.integer(5, value);
    }
    graph.message(5, tensor);
    return this;
  }

  /** A node without a name of its own. */
  public OnnxBytes node(String opType, List<String> inputs, List<String> outputs, byte[]... parts) {
    return node("", opType, inputs, outputs, parts);
  }

  /** A node; inputs with an empty name are left out. */
  public OnnxBytes node(
      String name, String opType, List<String> inputs, List<String> outputs, byte[]... parts) {
    ProtoBytes node = new ProtoBytes();
    for (String input : inputs) {
      node.text(1, input);
    }
    for (String output : outputs) {
      node.text(2, output);
    }
    node.text(3, name).text(4, opType);
    for (byte[] part : parts) {
      node.raw(part);
    }
    graph.message(1, node);
    nodes.add(node.toBytes());
    return this;
  }

  /** The version of the operators of another domain. */
  public OnnxBytes imports(String domain, long version) {
    model.message(8, new ProtoBytes().text(1, domain).integer(2, version));
    return this;
  }

  /** A function; its inputs, outputs and nodes are those of a graph. */
  public OnnxBytes function(
      String domain, String name, long opset, OnnxBytes body, byte[]... parts) {
    ProtoBytes function = new ProtoBytes().text(1, name);
    body.given.forEach(input -> function.text(4, input));
    body.made.forEach(output -> function.text(5, output));
    body.nodes.forEach(node -> function.bytes(7, node));
    function.message(9, new ProtoBytes().text(1, "").integer(2, opset)).text(10, domain);
    for (byte[] part : parts) {
      function.raw(part);
    }
    model.message(25, function);
    return this;
  }

  /** Part of a function: the declared shape of a floating-point value within it. */
  public static byte[] declaration(String name, long... dims) {
    return new ProtoBytes().message(12, declared(name, dims)).toBytes();
  }

  /** Part of a function: an attribute, written as part of a node, that a call may leave out. */
  public static byte[] otherwise(byte[] attribute) {
    byte[] moved = attribute.clone();
    moved[0] = (11 << 3) | 2;
    return moved;
  }

  /** Part of a node in a function: an attribute that is an attribute of the call. */
  public static byte[] reference(String name, String attributeOfCall, int type) {
    ProtoBytes attribute = new ProtoBytes().text(1, name).text(21, attributeOfCall);
    return attribute(attribute.integer(20, type));
  }

  /** An initializer that is a single whole number. */
  public OnnxBytes scalar(String name, long value) {
    byte[] raw = new ProtoBytes().little(value, 8).toBytes();
    graph.message(5, tensor(name, INT64).bytes(9, raw));
    return this;
  }

  /** An initializer that is a truth value. */
  public OnnxBytes truth(String name, boolean value) {
    byte[] raw = {(byte) (value ? 1 : 0)};
    graph.message(5, tensor(name, BOOL).bytes(9, raw));
    return this;
  }

  /** An entry of the model's metadata. */
  public OnnxBytes property(String key, String value) {
    model.message(14, entry(key, value));
    return this;
  }

  /** An entry of the graph's metadata. */
  public OnnxBytes metadata(String key, String value) {
    graph.message(16, entry(key, value));
    return this;
  }

  /** Part of a node: an attribute that is a whole number. */
  public static byte[] integer(String name, long value) {
    return attribute(new ProtoBytes().text(1, name).integer(3, value).integer(20, 2));
  }

  /** Part of a node: an attribute that is a list of whole numbers. */
  public static byte[] integerList(String name, long... values) {
    ProtoBytes attribute = new ProtoBytes().text(1, name);
    for (long value : values) {
      attribute.integer(8, value);
    }
    return attribute(attribute.integer(20, 7));
  }

  /** Part of a node: an attribute that is a real number. */
  public static byte[] real(String name, float value) {
    return attribute(new ProtoBytes().text(1, name).single(2, value).integer(20, 1));
  }

  /** Part of a node: an attribute that is a text. */
  public static byte[] text(String name, String value) {
    return attribute(new ProtoBytes().text(1, name).text(4, value).integer(20, 3));
  }

  /** Part of a node: an attribute that is a list of whole numbers as a tensor. */
  public static byte[] integerTensor(String name, long... values) {
    ProtoBytes attribute = new ProtoBytes().text(1, name).message(5, wholeNumbers("", values));
    return attribute(attribute.integer(20, 4));
  }

  /** Part of a node: an attribute that is a floating-point tensor without elements. */
  public static byte[] realTensor(String name, long... dims) {
    ProtoBytes attribute = new ProtoBytes().text(1, name).message(5, tensor("", FLOAT, dims));
    return attribute(attribute.integer(20, 4));
  }

  /** Part of a node: a body. */
  public static byte[] body(String name, OnnxBytes body) {
    return attribute(new ProtoBytes().text(1, name).message(6, body.graph).integer(20, 5));
  }

  /** Part of a node: its operator domain. */
  public static byte[] domain(String domain) {
    return new ProtoBytes().text(7, domain).toBytes();
  }

  /** Part of a node: an entry of its metadata. */
  public static byte[] noted(String key, String value) {
    return new ProtoBytes().message(9, entry(key, value)).toBytes();
  }

  /** The file. */
  public byte[] toBytes() {
    return new ProtoBytes().raw(model.toBytes()).message(7, graph).toBytes();
  }

  /** The file, read again. */
  public ModelGraph read() {
    return read(toBytes());
  }

  /** Bytes read as if they were a file called {@code model.onnx}. */
  public static ModelGraph read(byte[] bytes) {
    return OnnxReader.read(ModelBytes.of(Path.of("model.onnx"), bytes));
  }

  private static byte[] attribute(ProtoBytes attribute) {
    return new ProtoBytes().message(5, attribute).toBytes();
  }

  private static ProtoBytes entry(String key, String value) {
    return new ProtoBytes().text(1, key).text(2, value);
  }

  private static ProtoBytes wholeNumbers(String name, long... values) {
    ProtoBytes raw = new ProtoBytes();
    for (long value : values) {
      raw.little(value, 8);
    }
    return tensor(name, INT64, values.length).bytes(9, raw.toBytes());
  }

  private static ProtoBytes tensor(String name, int type, long... dims) {
    ProtoBytes tensor = new ProtoBytes();
    for (long dim : dims) {
      tensor.integer(1, dim);
    }
    return tensor.integer(2, type).text(8, name);
  }

  private static ProtoBytes declared(String name, long... dims) {
    ProtoBytes shape = new ProtoBytes();
    for (long dim : dims) {
      ProtoBytes size = new ProtoBytes();
      shape.message(1, dim < 0 ? size.text(2, "n") : size.integer(1, dim));
    }
    ProtoBytes tensor = new ProtoBytes().integer(1, FLOAT).message(2, shape);
    return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
  }
}

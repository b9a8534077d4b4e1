package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a small network layer by layer, under the names that PyTorch's exporter gives. */
final class LayerChain {
  private final OnnxBytes model = OnnxBytes.model();
  private int made;
  private String at = "input";

  private LayerChain() {}

  /** A network that is given one image. */
  static LayerChain of(long... image) {
    LayerChain chain = new LayerChain();
    chain.model.input("input", image);
    return chain;
  }

  /** The value that the next layer reads. */
  String at() {
    return at;
  }

  /** Goes on from another value. */
  LayerChain from(String value) {
    at = value;
    return this;
  }

  /** A convolution of three by three without bias. */
  LayerChain conv(String layer, long filters, long channels) {
    return conv(layer, filters, channels, 1, 1);
  }

  /** The same in groups, with a stride. */
  LayerChain conv(String layer, long filters, long channels, long groups, long stride) {
    model.weight(layer + ".weight", filters, channels, 3, 3);
    return node(
        layer,
        "Conv",
        List.of(layer + ".weight"),
        OnnxBytes.integerList("pads", 1, 1, 1, 1),
        OnnxBytes.integerList("strides", stride, stride),
        OnnxBytes.integer("group", groups));
  }

  /** A convolution with the weight of one that stands before. */
  LayerChain again(String layer) {
    return node(
        layer + "_1",
        "Conv",
        List.of(layer + ".weight"),
        OnnxBytes.integerList("pads", 1, 1, 1, 1));
  }

  /** A normalisation of so many channels. */
  LayerChain norm(String layer, String opType, long channels) {
    List<String> names = new ArrayList<>(List.of(layer + ".weight", layer + ".bias"));
    if (opType.equals("BatchNormalization")) {
      Collections.addAll(names, layer + ".running_mean", layer + ".running_var");
    }
    names.forEach(name -> model.weight(name, channels));
    return node(layer, opType, names);
  }

  /** A linear layer with bias. */
  LayerChain linear(String layer, long rows, long columns) {
    model.weight(layer + ".weight", rows, columns).weight(layer + ".bias", rows);
    return node(
        layer, "Gemm", List.of(layer + ".weight", layer + ".bias"), OnnxBytes.integer("transB", 1));
  }

  /** Halves the sides of the maps. */
  LayerChain halve(String layer) {
    return node(
        layer,
        "MaxPool",
        List.of(),
        OnnxBytes.integerList("kernel_shape", 2, 2),
        OnnxBytes.integerList("strides", 2, 2));
  }

  /** Pools each map to one number, and flattens. */
  LayerChain pool() {
    return node("pool", "GlobalAveragePool", List.of()).node("", "Flatten", List.of());
  }

  /** Any layer; its other operands come after the value that it reads. */
  LayerChain node(String layer, String opType, List<String> operands, byte[]... attributes) {
    List<String> inputs = new ArrayList<>(List.of(at));
    inputs.addAll(operands);
    at = "v" + made++;
    String scope = "/" + layer.replace('.', '/');
    String name = (layer.isEmpty() ? "" : scope) + "/" + opType;
    model.node(name, opType, inputs, List.of(at), attributes);
    return this;
  }

  /** The network, with tensors that layers refer to still to be added. */
  OnnxBytes model() {
    return model;
  }

  /** The file, with an output of these sizes. */
  byte[] output(long... sizes) {
    return model.output(at, sizes).toBytes();
  }
}

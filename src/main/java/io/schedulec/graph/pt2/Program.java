package io.schedulec.graph.pt2;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An exported program, on its way to become a graph. */
final class Program {
  /** The operators of ONNX that calls become are those of this version. */
  private static final long OPSET = 23;

  private static final long SCHEMA = 8;

  private final Archive archive;
  private final Json program;
  private final Wiring wiring = new Wiring();
  private final Frame frame;
  private final Json signature;
  private final StoredTensors tensors;
  private final List<Value> inputs = new ArrayList<>();

  /** The program of an archive. */
  Program(Archive archive) {
    this.archive = archive;
    this.program = archive.json(archive.model().graph());
    demandSchema();
    Json module = program.member("graph_module");
    this.frame = new Frame(module.member("graph"), "", wiring);
    this.signature = module.member("signature");
    this.tensors = new StoredTensors(archive, wiring);
  }

  private void demandSchema() {
    Json version = program.member("schema_version").member("major");
    if (version.integer() != SCHEMA) {
      throw version.wrong(
          "is " + version.integer() + ", but only version " + SCHEMA + " of the format is known");
    }
  }

  /** The graph. */
  ModelGraph graph() {
    bindInputs();
    new Translation(frame, wiring).run();
    List<Value> outputs = outputs();
    return new ModelGraph(
        archive.name(),
        opsets(),
        wiring.nodes(),
        wiring.values(),
        inputs,
        outputs,
        tensors.notes(),
        false);
  }

  private Map<String, Long> opsets() {
    Map<String, Long> opsets = new HashMap<>();
    opsets.put("", OPSET);
    program
        .find("opset_version")
        .ifPresent(all -> all.members().forEach((name, v) -> opsets.put(name, v.integer())));
    return opsets;
  }

  private void bindInputs() {
    for (Json spec : signature.member("input_specs").items()) {
      Json input = spec.member(spec.kind());
      switch (spec.kind()) {
        case "user_input" -> bindInput(input.member("arg"));
        case "parameter" -> bind(input, input.member("parameter_name").text(), true);
        case "buffer" ->
            bind(
                input,
                input.member("buffer_name").text(),
                input.find("persistent").map(Json::flag).orElse(true));
        case "tensor_constant" -> bind(input, input.member("tensor_constant_name").text(), false);
        default -> {}
      }
    }
  }

  /** Parameters become values when they are first used, so only where they are is noted. */
  private void bind(Json spec, String name, boolean kept) {
    Json argument = spec.member("arg");
    String placeholder = argument.member("name").text();
    TensorMeta meta =
        frame
            .meta(placeholder)
            .orElseThrow(() -> argument.wrong("is not among the tensor_values: " + placeholder));
    frame.bindLater(argument, placeholder, () -> tensors.value(name, meta, kept));
  }

  private void bindInput(Json argument) {
    String kind = argument.kind();
    if (kind.equals("as_tensor") || kind.startsWith("as_sym_")) {
      for (String name : Names.in(argument)) {
        inputs.add(
            kind.equals("as_tensor")
                ? frame.declare(argument, name, Value.Kind.INPUT)
                : frame.declareNumber(argument, name, Value.Kind.INPUT));
      }
    }
  }

  private List<Value> outputs() {
    List<Value> outputs = new ArrayList<>();
    for (Json spec : signature.member("output_specs").items()) {
      String kind = spec.kind();
      // What else a program returns are buffers that it has changed.
      if (kind.equals("user_output") || kind.equals("loss_output")) {
        Json argument = spec.member(kind).member("arg");
        if (kind.equals("loss_output")) {
          outputs.add(frame.value(argument, argument.member("name").text()));
        } else {
          Names.in(argument).forEach(name -> outputs.add(frame.value(argument, name)));
        }
      }
    }
    return outputs;
  }
}

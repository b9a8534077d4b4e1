package io.schedulec.surgery;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorCut;
import io.schedulec.graph.UnwritableModelException;
import io.schedulec.graph.Value;
import io.schedulec.graph.onnx.ModelChanges;
import io.schedulec.graph.onnx.ModelWriter;
import io.schedulec.graph.onnx.TensorChange;
import io.schedulec.graph.shape.ShapeTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model file with changes to be written. Immutable.
 *
 * <p>What does not change stays byte for byte what it was.
 */
public final class ModelRewrite {
  private final ModelWriter writer;
  private final ModelGraph graph;
  private final ShapeTable shapes;
  private final List<Removal> removals;
  private final CutPlan plan;
  private final Map<String, NewWeight> contents;
  private final Map<String, String> metadata;

  private ModelRewrite(
      ModelWriter writer,
      ModelGraph graph,
      ShapeTable shapes,
      List<Removal> removals,
      CutPlan plan,
      Map<String, NewWeight> contents,
      Map<String, String> metadata) {
    this.writer = writer;
    this.graph = graph;
    this.shapes = shapes;
    this.removals = removals;
    this.plan = plan;
    this.contents = contents;
    this.metadata = metadata;
  }

  /**
   * A model file without any change.
   *
   * @param graph the network that was read from it
   * @param shapes the shapes of its values
   * @throws io.schedulec.graph.UnreadableModelException if the file holds no model
   */
  public static ModelRewrite of(Path source, ModelGraph graph, ShapeTable shapes) {
    return new ModelRewrite(
        ModelWriter.of(source),
        graph,
        shapes,
        List.of(),
        CutPlan.none(graph, shapes),
        Map.of(),
        Map.of());
  }

  /**
   * This, with new values of a parameter, wherever the file holds it.
   *
   * @param contents all elements of the stored shape and type, before any are cut: row-major, least
   *     significant byte first; must not be changed any more
   * @throws IllegalArgumentException if there are more or fewer
   */
  public ModelRewrite with(Parameter parameter, ByteBuffer contents) {
    ByteBuffer own = contents.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (own.remaining() != parameter.shape().elements() * parameter.type().bytes()) {
      throw new IllegalArgumentException(
          own.remaining() + " bytes for " + parameter.name() + " of shape " + parameter.shape());
    }
    Map<String, NewWeight> more = new LinkedHashMap<>(this.contents);
    more.put(parameter.name(), new NewWeight(parameter, own));
    return new ModelRewrite(writer, graph, shapes, removals, plan, more, metadata);
  }

  /**
   * This, without some channels; all are numbered as in the model file.
   *
   * @throws CannotCutException if the model without them would not be one, or that is not certain
   */
  public ModelRewrite without(List<Removal> more) {
    List<Removal> all = new ArrayList<>(removals);
    all.addAll(more);
    ModelRewrite rewrite =
        new ModelRewrite(
            writer,
            graph,
            shapes,
            List.copyOf(all),
            CutPlan.of(graph, shapes, all),
            contents,
            metadata);
    rewrite.demand();
    return rewrite;
  }

  private void demand() {
    try {
      writer.demand(changes());
    } catch (UnwritableModelException e) {
      throw new CannotCutException(String.valueOf(e.getMessage()));
    }
  }

  /** This, with an entry of the model's metadata, in place of any other of that key. */
  public ModelRewrite withMetadata(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(key, value);
    return new ModelRewrite(writer, graph, shapes, removals, plan, contents, more);
  }

  /** An entry of the model's metadata, as it will be written. */
  public Optional<String> metadata(String key) {
    @Nullable String own = metadata.get(key);
    return own == null ? writer.metadata(key) : Optional.of(own);
  }

  /** The shapes of all stored parameters as they will be written, in graph order. */
  public Map<Parameter, Shape> shapesAfter() {
    Map<Parameter, Shape> after = new LinkedHashMap<>();
    for (Value value : graph.values()) {
      value
          .parameter()
          .ifPresent(parameter -> after.put(parameter, CutPlan.after(parameter, plan.cut(value))));
    }
    return after;
  }

  /**
   * Writes the changed model, whole or not at all, with external data, if the model has such, in
   * {@code target.data}. The result is read again and its shapes are compared with the expected
   * ones before it takes the target's place.
   *
   * @throws CannotCutException if the result is not the expected network
   * @throws UnwritableModelException if the target is part of the model that is read, or the result
   *     would be too large
   * @throws io.schedulec.graph.UnreadableModelException if the source has changed, or lacks
   *     external data
   * @throws IOException if the target cannot be written
   */
  public void write(Path target) throws IOException {
    ResultCheck check = new ResultCheck(graph, shapes, plan);
    writer.write(changes(), target, check::demand);
  }

  private ModelChanges changes() {
    ModelChanges changes = new ModelChanges();
    metadata.forEach(changes::metadata);
    edit(changes, plan.edits());
    plan.constants().forEach((operand, elements) -> constant(changes, operand, elements));
    for (Node node : graph.nodes()) {
      for (int place = 0; place < node.inputs().size(); place++) {
        weight(changes, node, place);
      }
    }
    for (Value value : graph.values()) {
      if (value.parameter().isEmpty() && !plan.cut(value).nothing()) {
        changes.declaration(value, plan.cut(value));
      }
    }
    return changes;
  }

  private static void edit(ModelChanges changes, Edits edits) {
    edits
        .attributes()
        .forEach((node, values) -> values.forEach((name, v) -> changes.attribute(node, name, v)));
    edits
        .dropped()
        .forEach((node, names) -> names.forEach(name -> changes.withoutAttribute(node, name)));
    edits
        .numbers()
        .forEach((operand, vector) -> changes.numbers(operand.node(), operand.place(), vector));
    edits
        .constants()
        .forEach(
            (operand, cut) -> {
              TensorChange change = new TensorChange(cut, Optional.empty());
              changes.tensor(operand.node(), operand.place(), change, "");
            });
    edits.leftOut().forEach(operand -> changes.leaveOut(operand.node(), operand.place()));
    edits.reroutings().forEach(one -> changes.replace(one.gone(), one.by()));
  }

  private void constant(ModelChanges changes, Edits.Operand operand, long[] elements) {
    Value value = operand.node().input(operand.place()).orElseThrow();
    int width = value.type().bytes();
    ByteBuffer bytes = ByteBuffer.allocate(elements.length * width).order(ByteOrder.LITTLE_ENDIAN);
    for (long element : elements) {
      for (int i = 0; i < width; i++) {
        bytes.put((byte) (element >>> (Byte.SIZE * i)));
      }
    }
    Shape shape = shapes.shape(value).orElseThrow();
    TensorChange change = new TensorChange(TensorCut.none(shape), Optional.of(bytes.flip()));
    changes.tensor(operand.node(), operand.place(), change, "");
  }

  private void weight(ModelChanges changes, Node node, int place) {
    Value value = node.input(place).orElse(null);
    if (value == null || value.parameter().isEmpty()) {
      return;
    }
    Parameter parameter = value.parameter().get();
    Optional<ByteBuffer> own =
        Optional.ofNullable(contents.get(parameter.name())).map(weight -> weight.as(parameter));
    changes.tensor(node, place, new TensorChange(plan.cut(value), own), parameter.name());
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Elements;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters, buffers and constants as values of the graph. */
final class StoredTensors {
  /** Real numbers that sizes are computed with are few. */
  private static final int FEW = 16;

  private final Archive archive;
  private final Wiring wiring;
  private final Payloads payloads;
  private final List<String> tied = new ArrayList<>();

  /** The tensors that an archive stores. */
  StoredTensors(Archive archive, Wiring wiring) {
    this.archive = archive;
    this.wiring = wiring;
    this.payloads = Payloads.read(archive);
  }

  /**
   * The value of a tensor.
   *
   * @param kept whether it is in the {@code state_dict}
   */
  Value value(String name, TensorMeta declared, boolean kept) {
    demandSame(name, declared);
    return kept && declared.type().floating()
        ? parameter(name, declared)
        : wiring.constant(name, declared.type(), declared.shape(), data(name, declared.type()));
  }

  private void demandSame(String name, TensorMeta declared) {
    Optional<Shape> stored = payloads.of(name).flatMap(Payload::meta).map(TensorMeta::shape);
    if (stored.isPresent() && !stored.get().equals(declared.shape())) {
      throw archive.senseless(
          name + " is " + declared.shape() + " in the graph, but stored as " + stored.get());
    }
  }

  private Value parameter(String name, TensorMeta declared) {
    String first = payloads.firstName(name);
    if (!first.equals(name)) {
      tied.add(name + " is " + first);
    }
    return wiring.parameter(
        new Parameter(first, name, declared.shape(), declared.type(), stored(name, first), true));
  }

  private Parameter.Stored stored(String name, String first) {
    Optional<TensorMeta> own = payloads.of(name).flatMap(Payload::meta);
    Optional<TensorMeta> other = payloads.of(first).flatMap(Payload::meta);
    return own.equals(other) ? Parameter.Stored.SAME : Parameter.Stored.TRANSPOSED;
  }

  private @Nullable TensorData data(String name, DataType type) {
    Payload payload = payloads.of(name).orElse(null);
    if (payload == null || payload.pickled() || payload.meta().isEmpty()) {
      return null;
    }
    if (!archive.has(payload.entry())) {
      return null;
    }
    if (type.integer() || type == DataType.BOOL) {
      return Literal.of(type, Elements.longs(payload.elements(archive, name), type));
    }
    if (!Elements.decodes(type)) {
      return null;
    }
    return payload.meta().orElseThrow().shape().elements() <= FEW
        ? Literal.of(type, Elements.doubles(payload.elements(archive, name), type))
        : new StoredConstant(archive.path(), name, payload, type);
  }

  /** What a reader should know of the names, one sentence each. */
  List<String> notes() {
    return tied.isEmpty()
        ? List.of()
        : List.of(tied.size() + " parameters are others under a second name, e.g. " + tied.get(0));
  }
}

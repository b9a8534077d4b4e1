package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One graph of a program: the names in it, and what they stand for. */
final class Frame {
  private final Json graph;
  private final String prefix;
  private final Wiring wiring;
  private final Json metas;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Supplier<Value>> later = new HashMap<>();

  /** A graph; names of values get the prefix. */
  Frame(Json graph, String prefix, Wiring wiring) {
    this.graph = graph;
    this.prefix = prefix;
    this.wiring = wiring;
    this.metas = graph.member("tensor_values");
  }

  /** The graph. */
  Json graph() {
    return graph;
  }

  /** What names in the model begin with. */
  String prefix() {
    return prefix;
  }

  /** The calls, in order. */
  List<Json> calls() {
    return graph.member("nodes").items();
  }

  /** What is declared of a tensor. */
  Optional<TensorMeta> meta(String name) {
    return metas.find(name).map(TensorMeta::read);
  }

  /** Lets a name stand for a value. */
  void bind(Json where, String name, Value value) {
    if (later.containsKey(name) || values.putIfAbsent(name, value) != null) {
      throw where.wrong("computes " + name + ", which is computed before");
    }
  }

  /** Lets a name stand for a value that is made when it is first used. */
  void bindLater(Json where, String name, Supplier<Value> value) {
    if (later.putIfAbsent(name, value) != null) {
      throw where.wrong("gives " + name + " a second time");
    }
  }

  /** The value that a name stands for. */
  Value value(Json where, String name) {
    Value value = values.get(name);
    Supplier<Value> unused = value == null ? later.get(name) : null;
    if (unused != null) {
      value = unused.get();
      values.put(name, value);
    }
    if (value == null) {
      throw where.wrong("uses " + name + ", which nothing before it computes");
    }
    return value;
  }

  /** Makes a value for a name, with what is declared of it. */
  Value declare(Json where, String name, Value.Kind kind) {
    Value value = declared(name, kind);
    bind(where, name, value);
    return value;
  }

  private Value declared(String name, Value.Kind kind) {
    Optional<TensorMeta> meta = meta(name);
    @Nullable Shape shape = meta.isPresent() ? meta.get().shape() : null;
    DataType type = meta.isPresent() ? meta.get().type() : DataType.UNKNOWN;
    return wiring.value(prefix.concat(name), kind, type, shape);
  }

  /** Makes a value for a name of a number. */
  Value declareNumber(Json where, String name, Value.Kind kind) {
    Value value = wiring.value(prefix.concat(name), kind, DataType.INT64, Shape.SCALAR);
    bind(where, name, value);
    return value;
  }
}

package io.schedulec.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that flows along an edge of the graph. Compared by identity; {@link #id()} is its number
 * in {@link ModelGraph#values()}.
 */
public final class Value {

  /** Where a value comes from. */
  public enum Kind {
    /** Given to the model when it runs. */
    INPUT,
    /** A parameter of the network. */
    PARAMETER,
    /** Fixed, and no parameter: shapes, scalars, axes. */
    CONSTANT,
    /** Computed by a node. */
    COMPUTED
  }

  private final int id;
  private final String name;
  private final Kind kind;
  private final DataType type;
  private final @Nullable Shape shape;
  private final List<String> sizeNames;
  private final @Nullable Parameter parameter;
  private final @Nullable TensorData data;
  private final @Nullable String enclosure;

  /**
   * A value.
   *
   * @param id its number
   * @param name its name in the model file
   * @param kind where it comes from
   * @param type element type
   * @param shape its shape as the model file declares it; null where it says nothing of it
   * @param parameter the parameter, for {@link Kind#PARAMETER}
   * @param data the elements, for {@link Kind#CONSTANT}
   */
  public Value(
      int id,
      String name,
      Kind kind,
      DataType type,
      @Nullable Shape shape,
      @Nullable Parameter parameter,
      @Nullable TensorData data) {
    this(id, name, kind, type, shape, List.of(), parameter, data, null);
  }

  /**
   * A value whose unknown sizes may have names, and that may be held by more than the graph.
   *
   * @param id its number
   * @param name its name in the model file
   * @param kind where it comes from
   * @param type element type
   * @param shape its shape as the model file declares it; null where it says nothing of it
   * @param sizeNames what {@link #sizeNames()} is to be
   * @param parameter the parameter, for {@link Kind#PARAMETER}
   * @param data the elements, for {@link Kind#CONSTANT}
   * @param enclosure what holds it or counts on its size in the file, as in {@code function Block};
   *     null where only the model's own graph does
   */
  public Value(
      int id,
      String name,
      Kind kind,
      DataType type,
      @Nullable Shape shape,
      List<String> sizeNames,
      @Nullable Parameter parameter,
      @Nullable TensorData data,
      @Nullable String enclosure) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.type = type;
    this.shape = shape;
    this.sizeNames = sizeNames;
    this.parameter = parameter;
    this.data = data;
    this.enclosure = enclosure;
  }

  /** Its number in {@link ModelGraph#values()}. */
  public int id() {
    return id;
  }

  /** Its name in the model file. */
  public String name() {
    return name;
  }

  /** Where it comes from. */
  public Kind kind() {
    return kind;
  }

  /** Its element type. */
  public DataType type() {
    return type;
  }

  /** Its shape as the model file declares it. */
  public Optional<Shape> shape() {
    return Optional.ofNullable(shape);
  }

  /**
   * What the model file calls the sizes of its axes, a name or an expression each, and an empty
   * text for an axis of which it says nothing; an empty list if it names none. Equal names are
   * equal sizes.
   */
  public List<String> sizeNames() {
    return sizeNames;
  }

  /** The parameter it is, for {@link Kind#PARAMETER}. */
  public Optional<Parameter> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** Its elements, for a {@link Kind#CONSTANT} that has them in the model file. */
  public Optional<TensorData> data() {
    return Optional.ofNullable(data);
  }

  /**
   * What holds it or counts on its size in the file, as in {@code function Block}; empty where only
   * the model's own graph does.
   */
  public Optional<String> enclosure() {
    return Optional.ofNullable(enclosure);
  }

  @Override
  public String toString() {
    return name;
  }
}

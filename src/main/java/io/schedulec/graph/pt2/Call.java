package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of an operator: its arguments, and the nodes that it becomes. */
final class Call {
  private final Json json;
  private final Frame frame;
  private final Wiring wiring;
  private final Target target;
  private final String name;
  private final String scope;
  private final Map<String, Json> given = new LinkedHashMap<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final Map<String, Value> made = new LinkedHashMap<>();
  private int steps;

  /** A call of a graph; {@code number} is its place there. */
  Call(Json json, int number, Frame frame, Wiring wiring) {
    this.json = json;
    this.frame = frame;
    this.wiring = wiring;
    this.target = Target.parse(json.member("target").text());
    this.scope = Scopes.of(json);
    for (Json input : json.member("inputs").items()) {
      Json argument = input.member("arg");
      given.put(input.member("name").text(), argument);
      arguments.addAll(Names.in(argument));
    }
    for (Json output : json.member("outputs").items()) {
      results.addAll(Names.in(output));
    }
    String own = json.find("name").map(Json::text).orElse("");
    String first = results.isEmpty() ? target.name() + "_" + number : results.get(0);
    this.name = frame.prefix().concat(own.isEmpty() ? first : own);
  }

  /** Where it stands. */
  Json json() {
    return json;
  }

  /** What it calls. */
  Target target() {
    return target;
  }

  /** The operator, without overload and underscore. */
  String operator() {
    return target.plain();
  }

  /** The name of its nodes. */
  String name() {
    return name;
  }

  /** The module that makes it. */
  String scope() {
    return scope;
  }

  /** The names of the values that it is given. */
  List<String> arguments() {
    return arguments;
  }

  /** The names of what it computes. */
  List<String> results() {
    return results;
  }

  // ---- arguments

  /** The names of the arguments that are given. */
  Set<String> names() {
    return given.keySet();
  }

  /** An argument that is given and is not None. */
  Optional<Json> argument(String argument) {
    Json found = given.get(argument);
    return found == null || found.kind().equals("as_none") ? Optional.empty() : Optional.of(found);
  }

  /** Whether an argument is given and is not None. */
  boolean has(String argument) {
    return argument(argument).isPresent();
  }

  /** The graph among the arguments. */
  Json graph() {
    for (Json argument : given.values()) {
      if (argument.kind().equals("as_graph")) {
        return argument.member("as_graph");
      }
    }
    throw json.wrong("is given no graph");
  }

  /** The first argument, a tensor. */
  Value first() {
    if (given.isEmpty()) {
      throw new NotMapped();
    }
    return tensor(given.keySet().iterator().next());
  }

  /** A tensor that has to be given. */
  Value tensor(String argument) {
    return optional(argument).orElseThrow(NotMapped::new);
  }

  /** A tensor that may be given; a number there is no tensor. */
  Optional<Value> optional(String argument) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String kind = found.get().kind();
    if (!kind.equals("as_tensor") && !kind.equals("as_optional_tensor")) {
      return Optional.empty();
    }
    List<String> names = Names.in(found.get());
    return names.isEmpty() ? Optional.empty() : Optional.of(frame.value(json, names.get(0)));
  }

  /** What is declared of a tensor that is given. */
  TensorMeta meta(String argument) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    return frame.meta(Names.in(found).get(0)).orElseThrow(NotMapped::new);
  }

  /** The tensors of a list. */
  List<Value> tensors(String argument) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    if (!found.kind().equals("as_tensors")) {
      throw new NotMapped();
    }
    return Names.in(found).stream().map(name -> frame.value(json, name)).toList();
  }

  /** The tensors of a list in which some are left out. */
  List<Optional<Value>> optionalTensors(String argument) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    if (found.kind().equals("as_tensors")) {
      return tensors(argument).stream().map(Optional::of).toList();
    }
    if (!found.kind().equals("as_optional_tensors")) {
      throw new NotMapped();
    }
    List<Optional<Value>> list = new ArrayList<>();
    for (Json item : found.member("as_optional_tensors").items()) {
      boolean none = item.kind().equals("as_none");
      list.add(
          none
              ? Optional.empty()
              : Optional.of(frame.value(json, item.member("as_tensor").member("name").text())));
    }
    return list;
  }

  /** A whole number that has to be given. */
  long integer(String argument) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    return switch (found.kind()) {
      case "as_int" -> found.member("as_int").integer();
      case "as_sym_int" -> number(found.member("as_sym_int"));
      default -> throw new NotMapped();
    };
  }

  /** A whole number, or what it is where it is not given. */
  long integer(String argument, long otherwise) {
    return has(argument) ? integer(argument) : otherwise;
  }

  /** A truth value, or what it is where it is not given. */
  boolean flag(String argument, boolean otherwise) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty()) {
      return otherwise;
    }
    if (!found.get().kind().equals("as_bool")) {
      throw new NotMapped();
    }
    return found.get().member("as_bool").flag();
  }

  /** A real number, or what it is where it is not given. */
  double real(String argument, double otherwise) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty()) {
      return otherwise;
    }
    return switch (found.get().kind()) {
      case "as_float" -> found.get().member("as_float").real();
      case "as_int" -> found.get().member("as_int").integer();
      case "as_bool" -> found.get().member("as_bool").flag() ? 1 : 0;
      default -> throw new NotMapped();
    };
  }

  /** A text, or what it is where it is not given. */
  String text(String argument, String otherwise) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty()) {
      return otherwise;
    }
    if (!found.get().kind().equals("as_string")) {
      throw new NotMapped();
    }
    return found.get().member("as_string").text();
  }

  /** The element type that an argument names, if it is given. */
  Optional<DataType> type(String argument) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty() || !found.get().kind().equals("as_scalar_type")) {
      return Optional.empty();
    }
    return Optional.of(ScalarTypes.of(found.get().member("as_scalar_type").integer()));
  }

  /** Whole numbers, none of them a symbol; a single one is a list of one. */
  long[] integers(String argument) {
    List<Size> sizes = sizes(argument);
    long[] list = new long[sizes.size()];
    for (int i = 0; i < list.length; i++) {
      if (sizes.get(i).value() != null) {
        throw new NotMapped();
      }
      list[i] = sizes.get(i).number();
    }
    return list;
  }

  /** Whole numbers, or what they are where they are not given. */
  long[] integers(String argument, long... otherwise) {
    return has(argument) ? integers(argument) : otherwise;
  }

  /** Real numbers; empty where they are not given. */
  double[] reals(String argument) {
    Optional<Json> found = argument(argument);
    if (found.isEmpty()) {
      return new double[0];
    }
    if (!found.get().kind().equals("as_floats")) {
      throw new NotMapped();
    }
    return found.get().member("as_floats").items().stream().mapToDouble(Json::real).toArray();
  }

  /** Whole numbers, some of which may be computed. */
  List<Size> sizes(String argument) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    List<Size> sizes = new ArrayList<>();
    switch (found.kind()) {
      case "as_int" -> sizes.add(Size.of(found.member("as_int").integer()));
      case "as_ints" ->
          found.member("as_ints").items().forEach(item -> sizes.add(Size.of(item.integer())));
      case "as_sym_int" -> sizes.add(size(found.member("as_sym_int")));
      case "as_sym_ints" ->
          found.member("as_sym_ints").items().forEach(item -> sizes.add(size(item)));
      default -> throw new NotMapped();
    }
    return sizes;
  }

  private Size size(Json item) {
    return item.kind().equals("as_int")
        ? Size.of(item.member("as_int").integer())
        : Size.of(frame.value(json, item.member("as_name").text()));
  }

  private static long number(Json item) {
    if (!item.kind().equals("as_int")) {
      throw new NotMapped();
    }
    return item.member("as_int").integer();
  }

  /** A tensor, or a number as one of the type that it meets. */
  Value operand(String argument, DataType met) {
    Json found = argument(argument).orElseThrow(NotMapped::new);
    return switch (found.kind()) {
      case "as_tensor", "as_sym_int", "as_sym_float" -> operand(found, argument);
      case "as_int" ->
          met.floating()
              ? scalar((double) found.member("as_int").integer(), met)
              : scalar(found.member("as_int").integer());
      case "as_float" -> scalar(found.member("as_float").real(), met);
      case "as_bool" -> scalar(found.member("as_bool").flag() ? 1 : 0);
      default -> throw new NotMapped();
    };
  }

  private Value operand(Json found, String argument) {
    List<String> names = Names.in(found);
    return names.isEmpty() ? scalar(integer(argument)) : frame.value(json, names.get(0));
  }

  // ---- shapes

  /** The shape of a value, which has to be known as far as its rank. */
  Shape shape(Value value) {
    Shape shape = wiring.shape(value);
    if (shape == null) {
      throw new NotMapped();
    }
    return shape;
  }

  /** The number of axes of a value. */
  int rank(Value value) {
    return shape(value).rank();
  }

  /** An axis of a value, counted from the start. */
  int axis(Value value, long axis) {
    return axis(axis, rank(value));
  }

  /** An axis of so many, counted from the start. */
  static int axis(long axis, int rank) {
    long place = axis < 0 ? axis + rank : axis;
    if (place < 0 || place >= Math.max(1, rank)) {
      throw new NotMapped();
    }
    return (int) place;
  }

  /** What is declared of a result. */
  Shape resultShape(int result) {
    Optional<TensorMeta> meta =
        result < results.size() ? frame.meta(results.get(result)) : Optional.empty();
    return meta.orElseThrow(NotMapped::new).shape();
  }

  // ---- constants

  /** A constant vector. */
  Value vector(long... elements) {
    return wiring.constant(
        step(), DataType.INT64, Shape.of(elements.length), Literal.of(DataType.INT64, elements));
  }

  /** A constant matrix. */
  Value matrix(double[] elements, long rows, long columns) {
    return wiring.constant(
        step(), DataType.FLOAT32, Shape.of(rows, columns), Literal.of(DataType.FLOAT32, elements));
  }

  /** A constant whole number. */
  Value scalar(long element) {
    return wiring.constant(
        step(), DataType.INT64, Shape.SCALAR, Literal.of(DataType.INT64, element));
  }

  /** A constant real number. */
  Value scalar(double element) {
    return scalar(element, DataType.FLOAT32);
  }

  /** A constant real number of the type of what it meets. */
  Value scalar(double element, DataType met) {
    DataType type = met.floating() ? met : DataType.FLOAT32;
    return wiring.constant(step(), type, Shape.SCALAR, Literal.of(type, element));
  }

  /** The size of an axis of a value, computed where it is a symbol. */
  Size size(Value value, int axis) {
    long known = shape(value).dim(axis);
    if (known != Shape.UNKNOWN) {
      return Size.of(known);
    }
    Value all = emit("Shape", Attributes.NONE, value);
    return Size.of(emit("Gather", Attributes.NONE, all, scalar((long) axis)));
  }

  /** A vector of sizes, computed where some are. */
  Value vector(List<Size> sizes) {
    List<Value> parts = new ArrayList<>();
    boolean computed = false;
    long[] numbers = new long[sizes.size()];
    for (int i = 0; i < numbers.length; i++) {
      Value value = sizes.get(i).value();
      computed |= value != null;
      numbers[i] = sizes.get(i).number();
    }
    if (!computed) {
      return vector(numbers);
    }
    for (Size size : sizes) {
      Value value = size.value();
      parts.add(
          value == null
              ? vector(size.number())
              : emit("Unsqueeze", Attributes.NONE, value, vector(0)));
    }
    return emit("Concat", Attributes.of(Map.of("axis", 0L)), parts.toArray(new Value[0]));
  }

  // ---- nodes

  /** A node on the way to a result. */
  Value emit(String opType, Attributes attributes, @Nullable Value... inputs) {
    String step = step();
    Value output = wiring.value(step, Value.Kind.COMPUTED, type(opType, inputs), null);
    wiring.node(step, "", opType, list(inputs), List.of(Optional.of(output)), attributes, scope);
    return output;
  }

  /** Several results of a node on the way. */
  List<Value> emit(int count, String opType, Attributes attributes, @Nullable Value... inputs) {
    String step = step();
    List<Value> outputs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      outputs.add(wiring.value(step + "/" + i, Value.Kind.COMPUTED, type(opType, inputs), null));
    }
    List<Optional<Value>> all = outputs.stream().map(Optional::of).toList();
    wiring.node(step, "", opType, list(inputs), all, attributes, scope);
    return outputs;
  }

  /** Notes the shape of what was emitted, for what follows. */
  Value known(Value value, long... sizes) {
    wiring.known(value, Shape.of(sizes));
    return value;
  }

  /** The node that computes the first result. */
  void result(String opType, Attributes attributes, @Nullable Value... inputs) {
    results(new int[] {0}, opType, attributes, inputs);
  }

  /**
   * The node that computes some results.
   *
   * @param numbers for each output of the node the number of the result, or -1 for none
   */
  void results(int[] numbers, String opType, Attributes attributes, @Nullable Value... inputs) {
    List<Optional<Value>> outputs = new ArrayList<>();
    for (int number : numbers) {
      boolean wanted = number >= 0 && number < results.size();
      outputs.add(wanted ? Optional.of(declare(results.get(number))) : Optional.empty());
    }
    boolean named = made.size() == outputs.stream().filter(Optional::isPresent).count();
    wiring.node(named ? name : step(), "", opType, list(inputs), outputs, attributes, scope);
  }

  /** A result is a value that is there already. */
  void same(int result, Value value) {
    if (result >= results.size()) {
      return;
    }
    if (value.shape().isEmpty()) {
      // Its shape is declared of the result only.
      results(new int[] {result}, "Identity", Attributes.NONE, value);
    } else {
      made.put(results.get(result), value);
    }
  }

  /** The first result is all zeros. */
  void zero() {
    wiring.zero(Objects.requireNonNull(made.get(results.get(0))));
  }

  /** Whether a value is known to be all zeros. */
  boolean isZero(Value value) {
    return wiring.isZero(value);
  }

  /** Makes the value of a result. */
  Value declare(String result) {
    Optional<TensorMeta> meta = frame.meta(result);
    Value value =
        wiring.value(
            frame.prefix().concat(result),
            Value.Kind.COMPUTED,
            meta.isPresent() ? meta.get().type() : DataType.INT64,
            meta.isPresent() ? meta.get().shape() : Shape.SCALAR);
    made.put(result, value);
    return value;
  }

  /** Lets the names of results stand for what was made. */
  void bindAll() {
    made.forEach((result, value) -> frame.bind(json, result, value));
  }

  /** Whether a result was made. */
  boolean makes(String result) {
    return made.containsKey(result);
  }

  /** Forgets what was made. */
  void forget() {
    made.clear();
    steps = 0;
  }

  private String step() {
    return name + "/" + steps++;
  }

  private static DataType type(String opType, @Nullable Value... inputs) {
    if (opType.equals("Shape")) {
      return DataType.INT64;
    }
    Value first = inputs.length == 0 ? null : inputs[0];
    return first == null ? DataType.UNKNOWN : first.type();
  }

  /** Inputs that are left out at the end are no inputs. */
  private static List<Optional<Value>> list(@Nullable Value... inputs) {
    List<Optional<Value>> list = new ArrayList<>(inputs.length);
    int count = inputs.length;
    while (count > 0 && inputs[count - 1] == null) {
      count--;
    }
    for (int i = 0; i < count; i++) {
      list.add(Optional.ofNullable(inputs[i]));
    }
    return list;
  }
}

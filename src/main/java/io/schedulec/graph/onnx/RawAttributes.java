package io.schedulec.graph.onnx;

import io.schedulec.graph.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The attributes of one node, or the defaults of a function, as the file has them. */
final class RawAttributes {
  private static final String[] NO_TEXTS = {};

  private final Map<String, Object> values = new HashMap<>();
  private final List<Body> bodies = new ArrayList<>(0);
  private final Map<String, RawTensor> tensors = new HashMap<>(0);
  private final Map<String, String> references = new HashMap<>(0);
  private @Nullable Attributes finished;

  /** A graph that an attribute holds. */
  record Body(String attribute, RawGraph graph) {}

  /** Reads one attribute; {@code depth} counts the graphs around it. */
  void read(Wire message, int depth) {
    String name = "";
    String reference = "";
    long type = 0;
    Object value = null;
    Longs whole = new Longs();
    Longs real = new Longs();
    List<String> texts = new ArrayList<>(0);
    List<RawGraph> graphs = new ArrayList<>(0);
    RawTensor tensor = null;
    while (message.next()) {
      switch (message.field()) {
        case 1 -> name = message.text();
        case 2 -> value = (double) message.single();
        case 3 -> value = message.integer();
        case 4 -> value = message.text();
        case 5 -> {
          tensor = RawTensor.read(message.message());
          value = tensor.data();
        }
        case 6, 11 -> graphs.add(RawGraph.read(message.message(), depth + 1));
        case 7 -> message.fixed32(real);
        case 8 -> message.integers(whole);
        case 9 -> texts.add(message.text());
        case 20 -> type = message.integer();
        case 21 -> reference = message.text();
        case 22 -> tensor = RawTensor.readSparse(message.message());
        default -> message.skip();
      }
    }
    if (!reference.isEmpty()) {
      references.put(name, reference);
      return;
    }
    if (tensor != null) {
      tensors.put(name, tensor);
    }
    for (RawGraph graph : graphs) {
      addBody(new Body(name, graph));
    }
    if (value == null && graphs.isEmpty()) {
      value = list(whole, real, texts);
      value = value == null ? empty(type) : value;
    }
    if (value != null) {
      values.put(name, value);
    }
  }

  private void addBody(Body body) {
    bodies.add(body);
    values.put(
        body.attribute(),
        new Attributes.Subgraph(body.graph().name(), BodyStructure.of(body.graph())));
  }

  private static @Nullable Object list(Longs whole, Longs real, List<String> texts) {
    if (whole.size() > 0) {
      return whole.toArray();
    }
    if (real.size() > 0) {
      double[] list = new double[real.size()];
      for (int i = 0; i < list.length; i++) {
        list[i] = Float.intBitsToFloat((int) real.get(i));
      }
      return list;
    }
    return texts.isEmpty() ? null : texts.toArray(NO_TEXTS);
  }

  /** What an attribute without any value holds: writers may leave out zeros and empty lists. */
  private static @Nullable Object empty(long type) {
    return switch ((int) type) {
      case 1 -> 0.0;
      case 2 -> 0L;
      case 3 -> "";
      case 6 -> new double[0];
      case 7 -> new long[0];
      case 8 -> NO_TEXTS;
      default -> null;
    };
  }

  /** The attributes that have been read; what refers to those of a function is not among them. */
  Attributes attributes() {
    if (finished == null) {
      finished = values.isEmpty() ? Attributes.NONE : Attributes.of(values);
    }
    return finished;
  }

  /** The attributes of a call that attributes of this node in a function refer to. */
  Map<String, String> references() {
    return references;
  }

  /** These, with a text under a name that no attribute can have. */
  RawAttributes with(String note, String text) {
    RawAttributes more = new RawAttributes();
    more.values.putAll(values);
    more.values.put(note, text);
    more.tensors.putAll(tensors);
    more.bodies.addAll(bodies);
    return more;
  }

  /** The bodies of a control-flow node. */
  List<Body> bodies() {
    return bodies;
  }

  /** A tensor among the attributes; null if there is none. */
  @Nullable RawTensor tensor() {
    for (RawTensor tensor : tensors.values()) {
      return tensor;
    }
    return null;
  }

  /**
   * These attributes where a function is called.
   *
   * @param given the attributes of the call
   * @param defaults what the function takes for those that the call leaves out
   * @param renamed gives the values in a body the names that they have at the call
   */
  RawAttributes at(RawAttributes given, RawAttributes defaults, UnaryOperator<RawGraph> renamed) {
    if (references.isEmpty() && bodies.isEmpty()) {
      return this;
    }
    RawAttributes resolved = new RawAttributes();
    resolved.values.putAll(values);
    resolved.tensors.putAll(tensors);
    for (Body body : bodies) {
      resolved.addBody(new Body(body.attribute(), renamed.apply(body.graph())));
    }
    for (Map.Entry<String, String> reference : references.entrySet()) {
      RawAttributes from = given.has(reference.getValue()) ? given : defaults;
      resolved.take(reference.getKey(), from, reference.getValue());
    }
    return resolved;
  }

  private boolean has(String name) {
    return values.containsKey(name) || tensors.containsKey(name);
  }

  private void take(String name, RawAttributes from, String theirs) {
    Object value = from.values.get(theirs);
    if (value != null) {
      values.put(name, value);
    }
    RawTensor tensor = from.tensors.get(theirs);
    if (tensor != null) {
      tensors.put(name, tensor);
    }
    for (Body body : from.bodies) {
      if (body.attribute().equals(theirs)) {
        addBody(new Body(name, body.graph()));
      }
    }
  }
}

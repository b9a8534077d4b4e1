package io.schedulec.graph.onnx;

import io.schedulec.graph.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one node while it is read. */
final class RawAttributes {
  private static final String[] NO_TEXTS = {};

  private final Map<String, Object> values = new HashMap<>();
  private final List<RawGraph> bodies = new ArrayList<>(0);
  private @Nullable RawTensor tensor;

  /** Reads one attribute; {@code depth} counts the graphs around it. */
  void read(Wire message, int depth) {
    String name = "";
    long type = 0;
    Object value = null;
    Longs whole = new Longs();
    Longs real = new Longs();
    List<String> texts = new ArrayList<>(0);
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
        case 6, 11 -> {
          RawGraph body = RawGraph.read(message.message(), depth + 1);
          bodies.add(body);
          value = new Attributes.Subgraph(body.name());
        }
        case 7 -> message.fixed32(real);
        case 8 -> message.integers(whole);
        case 9 -> texts.add(message.text());
        case 20 -> type = message.integer();
        case 22 -> tensor = RawTensor.readSparse(message.message());
        default -> message.skip();
      }
    }
    if (value == null) {
      value = list(whole, real, texts);
    }
    if (value == null) {
      value = empty(type);
    }
    if (value != null) {
      values.put(name, value);
    }
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

  /** The attributes that have been read. */
  Attributes attributes() {
    return values.isEmpty() ? Attributes.NONE : Attributes.of(values);
  }

  /** The bodies of a control-flow node. */
  List<RawGraph> bodies() {
    return bodies;
  }

  /** The last tensor among the attributes. */
  @Nullable RawTensor tensor() {
    return tensor;
  }
}

package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Weights that tests make up, by parameter name. */
final class Weights implements WeightSource {
  private final Map<String, byte[]> bytes = new HashMap<>();
  private final Map<String, Parameter> parameters = new HashMap<>();

  Weights(ModelGraph graph) {
    graph.parameters().forEach(p -> parameters.put(p.name(), p));
    parameters.keySet().forEach(name -> fill(name, i -> 1));
  }

  /** Sets every element of a parameter. */
  Weights fill(String name, IntToDoubleFunction element) {
    Parameter parameter = Objects.requireNonNull(parameters.get(name), name);
    int count = (int) parameter.shape().elements();
    ByteBuffer out =
        ByteBuffer.allocate(count * parameter.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      put(out, parameter.type(), element.applyAsDouble(i));
    }
    bytes.put(name, out.array());
    return this;
  }

  /** Sets the elements of a parameter. */
  Weights set(String name, double... elements) {
    return fill(name, i -> elements[i]);
  }

  /** Sets the stored bits of a parameter. */
  Weights bytes(String name, byte[] stored) {
    bytes.put(name, stored);
    return this;
  }

  private static void put(ByteBuffer out, DataType type, double value) {
    switch (type) {
      case FLOAT32 -> out.putFloat((float) value);
      case FLOAT64 -> out.putDouble(value);
      case BFLOAT16 -> out.putShort((short) (Float.floatToIntBits((float) value) >>> 16));
      case FLOAT16 -> out.putShort((short) half(value));
      default -> out.put(new byte[type.bytes()]);
    }
  }

  /** For numbers that 16 bits hold exactly. */
  private static int half(double value) {
    int sign = value < 0 ? 0x8000 : 0;
    double magnitude = Math.abs(value);
    for (int bits = 0; bits < 0x7c00; bits++) {
      int exponent = bits >> 10;
      double fraction = (bits & 0x3ff) / 1024.0;
      double stands =
          exponent == 0 ? fraction * Math.pow(2, -14) : (1 + fraction) * Math.pow(2, exponent - 15);
      if (stands == magnitude) {
        return sign | bits;
      }
    }
    throw new IllegalArgumentException(value + " takes more than 16 bits");
  }

  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    return Optional.ofNullable(bytes.get(parameter.name()))
        .map(b -> new WeightBytes(parameter.type(), parameter.shape(), ByteBuffer.wrap(b)));
  }

  /** What a run has left in a parameter, at full size. */
  double[] after(Outcome outcome, String name) {
    Parameter parameter = Objects.requireNonNull(parameters.get(name), name);
    ByteBuffer stored = ByteBuffer.wrap(Objects.requireNonNull(bytes.get(name)));
    ByteBuffer result =
        outcome
            .contents()
            .getOrDefault(parameter, stored)
            .duplicate()
            .order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[(int) parameter.shape().elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(result, parameter.type());
    }
    return values;
  }

  private static double get(ByteBuffer in, DataType type) {
    return switch (type) {
      case FLOAT32 -> in.getFloat();
      case FLOAT64 -> in.getDouble();
      case BFLOAT16 -> Float.intBitsToFloat(in.getShort() << 16);
      case FLOAT16 -> half(in.getShort());
      default -> throw new AssertionError(type);
    };
  }

  private static double half(short bits) {
    int exponent = bits >> 10 & 31;
    double fraction = (bits & 1023) / 1024.0;
    double magnitude =
        exponent == 0 ? fraction * Math.pow(2, -14) : (1 + fraction) * Math.pow(2, exponent - 15);
    return bits < 0 ? -magnitude : magnitude;
  }
}

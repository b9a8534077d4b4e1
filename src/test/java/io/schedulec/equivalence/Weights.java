package io.schedulec.equivalence;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Elements of the parameters of a network put together by hand; one where nothing is said. */
final class Weights implements WeightSource {
  private final Map<String, float[]> elements = new HashMap<>();

  /** All elements of a parameter. */
  Weights set(String name, double... values) {
    float[] own = new float[values.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = (float) values[i];
    }
    elements.put(name, own);
    return this;
  }

  /** As many elements, all of them zero. */
  Weights zero(String name, int count) {
    return set(name, new double[count]);
  }

  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    int count = (int) parameter.shape().elements();
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (float element : elements.getOrDefault(parameter.name(), ones)) {
      bytes.putFloat(element);
    }
    return Optional.of(new WeightBytes(DataType.FLOAT32, parameter.shape(), bytes.flip()));
  }
}

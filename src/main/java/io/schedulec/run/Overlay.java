package io.schedulec.run;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of which some have new values.
 *
 * @param stored the weights as the model file has them
 * @param contents new values, in the stored type and full size
 */
record Overlay(WeightSource stored, Map<Parameter, ByteBuffer> contents) implements WeightSource {

  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    Optional<WeightBytes> bytes = stored.of(parameter);
    ByteBuffer changed = contents.get(parameter);
    if (bytes.isEmpty() || changed == null) {
      return bytes;
    }
    WeightBytes old = bytes.get();
    return Optional.of(new WeightBytes(old.type(), old.shape(), changed.duplicate()));
  }
}

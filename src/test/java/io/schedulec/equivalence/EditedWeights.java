package io.schedulec.equivalence;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import io.schedulec.surgery.ModelRewrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The single-precision weights of a model, some of them changed. */
final class EditedWeights implements WeightSource {
  private final WeightSource original;
  private final Map<Parameter, float[]> edited = new LinkedHashMap<>();

  EditedWeights(WeightSource original) {
    this.original = original;
  }

  /** These weights, to be changed further. */
  EditedWeights copy() {
    EditedWeights copy = new EditedWeights(original);
    edited.forEach((parameter, elements) -> copy.edited.put(parameter, elements.clone()));
    return copy;
  }

  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    return edited.containsKey(parameter)
        ? Optional.of(new WeightBytes(DataType.FLOAT32, parameter.shape(), bytes(parameter)))
        : original.of(parameter);
  }

  /** All elements of a parameter, to be changed. */
  float[] elements(Parameter parameter) {
    return edited.computeIfAbsent(parameter, this::read);
  }

  /** Changes what a member of a group has of some channels. */
  void change(CoupledGroup group, Member member, List<Integer> channels, DoubleUnaryOperator to) {
    for (int channel : channels) {
      if (channel >= group.size()) {
        throw new IllegalArgumentException("no channel " + channel);
      }
      for (int index : member.indices().of(channel)) {
        change(member, index, to);
      }
    }
  }

  private void change(Member member, int index, DoubleUnaryOperator to) {
    float[] elements = elements(member.parameter());
    int size = (int) member.parameter().shape().dim(member.axis());
    int inner =
        (int)
            member
                .parameter()
                .shape()
                .product(member.axis() + 1, member.parameter().shape().rank());
    for (int i = 0; i < elements.length; i++) {
      if (i / inner % size == index) {
        elements[i] = (float) to.applyAsDouble(elements[i]);
      }
    }
  }

  /** Writes the model with the changed weights. */
  void write(ModelRewrite model, Path target) {
    ModelRewrite changed = model;
    for (Parameter parameter : edited.keySet()) {
      changed = changed.with(parameter, bytes(parameter));
    }
    try {
      changed.write(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer bytes(Parameter parameter) {
    float[] elements = elements(parameter);
    ByteBuffer bytes = ByteBuffer.allocate(4 * elements.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(elements);
    return bytes;
  }

  private float[] read(Parameter parameter) {
    ByteBuffer bytes = original.of(parameter).orElseThrow().data();
    float[] elements = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(elements);
    return elements;
  }
}

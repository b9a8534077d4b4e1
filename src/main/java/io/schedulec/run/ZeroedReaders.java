package io.schedulec.run;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What thinning must equal: the model as it was, with the readers' weights for the removed channels
 * zero.
 */
final class ZeroedReaders {
  private final WeightSource weights;
  private final Map<Parameter, ByteBuffer> zeroed = new LinkedHashMap<>();

  private ZeroedReaders(WeightSource weights) {
    this.weights = weights;
  }

  /**
   * New values for every reader that loses something.
   *
   * @param removed for each group the channels that go, numbered as in the model file
   * @param weights the values at that moment
   */
  static Map<Parameter, ByteBuffer> of(
      Map<CoupledGroup, List<Integer>> removed, WeightSource weights) {
    ZeroedReaders readers = new ZeroedReaders(weights);
    removed.forEach(readers::zero);
    return readers.zeroed;
  }

  private void zero(CoupledGroup group, List<Integer> channels) {
    for (Member reader : group.readers()) {
      for (int channel : channels) {
        for (int index : reader.indices().of(channel)) {
          zero(reader, index);
        }
      }
    }
  }

  private void zero(Member reader, int index) {
    Parameter parameter = reader.parameter();
    Shape shape = parameter.shape();
    ByteBuffer data = zeroed.computeIfAbsent(parameter, this::copy);
    int unit = parameter.type().bytes();
    long inner = unit * elements(shape, reader.axis() + 1, shape.rank());
    long outer = elements(shape, 0, reader.axis());
    long size = shape.size(reader.axis());
    long local = index;
    long first = 0;
    if (reader.convInput()) {
      // Index i is column i mod size of the rows of convolution group i div size.
      long rows = outer * size / reader.inputs();
      local = index % size;
      first = index / size * rows;
      outer = first + rows;
    }
    for (long row = first; row < outer; row++) {
      clear(data, (row * size + local) * inner, inner);
    }
  }

  private static long elements(Shape shape, int from, int to) {
    long count = 1;
    for (int axis = from; axis < to; axis++) {
      count *= shape.size(axis);
    }
    return count;
  }

  private static void clear(ByteBuffer data, long start, long bytes) {
    for (long i = 0; i < bytes; i++) {
      data.put((int) (start + i), (byte) 0);
    }
  }

  private ByteBuffer copy(Parameter parameter) {
    WeightBytes bytes =
        weights
            .of(parameter)
            .orElseThrow(() -> new UnrunnableException(parameter.name() + " has no data"));
    ByteBuffer data = bytes.data().duplicate();
    return ByteBuffer.allocate(data.remaining())
        .put(data)
        .flip()
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}

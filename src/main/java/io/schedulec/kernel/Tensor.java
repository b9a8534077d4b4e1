package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A parameter during a run: its values at full size, and what thinnings have left of them. The
 * values are those of the source until something is zeroed, and a copy from then on.
 */
final class Tensor {
  private final Parameter parameter;
  private final WeightSource source;
  private final Survivors survivors;
  private final Map<Integer, BitSet> zeroed = new HashMap<>();
  private @Nullable ByteBuffer stored;
  private @Nullable ByteBuffer copy;
  private @Nullable INDArray array;

  Tensor(Parameter parameter, int groups, WeightSource source) {
    this.parameter = parameter;
    this.source = source;
    survivors = new Survivors(parameter.shape(), groups);
  }

  /** The parameter. */
  Parameter parameter() {
    return parameter;
  }

  /** What thinnings have left of it. */
  Survivors survivors() {
    return survivors;
  }

  /** Its elements, without those that are gone. */
  Dense dense() {
    return Dense.of(values(), parameter.type(), survivors);
  }

  /** The magnitudes of its elements, without those that are gone. */
  Magnitudes magnitudes() {
    return new Magnitudes(new Numbers(values(), parameter.type()), survivors);
  }

  /** Refuses it if an element is no finite number. */
  void refuseNonFinite() {
    magnitudes().refuseNonFinite(parameter.name(), survivors::place);
  }

  /** Zeroes everything at some positions of an axis; {@link Survivors}. */
  void zero(int axis, BitSet positions) {
    BitSet fresh = (BitSet) positions.clone();
    BitSet before = zeroed.computeIfAbsent(axis, a -> new BitSet());
    fresh.andNot(before);
    before.or(positions);
    if (!fresh.isEmpty() && parameter.shape().elements() > 0) {
      INDArray writable = writable();
      fresh.stream().forEach(position -> view(writable, axis, position).assign(0));
    }
  }

  private INDArray view(INDArray whole, int axis, int position) {
    if (!survivors.acrossGroups(axis)) {
      return whole.slice(position, axis);
    }
    int[] rows = survivors.rows(position);
    long column = position % parameter.shape().dim(1);
    return whole.get(NDArrayIndex.interval(rows[0], rows[1]), NDArrayIndex.point(column));
  }

  /** Zeroes the elements whose keys are at most that, the last of them only as often as said. */
  void zeroElements(long key, long equal) {
    writable();
    ByteBuffer bytes = values();
    int width = parameter.type().bytes();
    byte[] zero = new byte[width];
    long[] left = {equal};
    magnitudes()
        .forEach(
            (from, keys, count) -> {
              for (int i = 0; i < count; i++) {
                if (keys[i] < key || (keys[i] == key && left[0]-- > 0)) {
                  bytes.put((from + i) * width, zero);
                }
              }
            });
  }

  /** Its values at full size, if they are no longer those of the source. */
  Optional<ByteBuffer> changed() {
    return copy == null || copy.equals(stored())
        ? Optional.empty()
        : Optional.of(copy.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN));
  }

  private ByteBuffer values() {
    return copy == null ? stored() : copy;
  }

  private INDArray writable() {
    if (array == null) {
      ByteBuffer values = stored();
      copy = ByteBuffer.allocateDirect(values.limit()).order(ByteOrder.LITTLE_ENDIAN);
      long[] shape = parameter.shape().toArray();
      array = NdArrays.over(copy, parameter.type(), shape);
      array.assign(NdArrays.over(values, parameter.type(), shape));
    }
    return array;
  }

  private ByteBuffer stored() {
    if (stored == null) {
      stored = direct(read().data());
    }
    return stored;
  }

  private WeightBytes read() {
    String name = parameter.name();
    if (!Numbers.reads(parameter.type())) {
      throw new Impossible(name + " holds " + parameter.type() + ", which has no magnitude here");
    }
    WeightBytes bytes =
        source
            .of(parameter)
            .orElseThrow(() -> new Impossible("the model has no values for " + name));
    DataType type = parameter.type();
    if (bytes.type() != type
        || !bytes.shape().equals(parameter.shape())
        || bytes.data().remaining() != parameter.shape().elements() * type.bytes()) {
      throw new Impossible("the values of " + name + " do not have its type and shape");
    }
    return bytes;
  }

  /** The same bytes where ND4J can use them. */
  private static ByteBuffer direct(ByteBuffer bytes) {
    ByteBuffer own = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    return own.isDirect()
        ? own
        : ByteBuffer.allocateDirect(own.limit()).order(ByteOrder.LITTLE_ENDIAN).put(own).flip();
  }
}

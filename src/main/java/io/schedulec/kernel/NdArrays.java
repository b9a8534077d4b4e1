package io.schedulec.kernel;

import io.schedulec.graph.DataType;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.javacpp.indexer.Bfloat16Indexer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.bytedeco.javacpp.indexer.Indexer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J arrays over memory that Java owns. Loading this class starts ND4J, which takes half a
 * second, and more the first time, when its native libraries are unpacked.
 */
final class NdArrays {
  static {
    // Mapped model files count as memory of the process, and must not count as a leak.
    unlimited("org.bytedeco.javacpp.maxbytes");
    unlimited("org.bytedeco.javacpp.maxphysicalbytes");
    // Results do not depend on it; threads that wait for each other only get into the way.
    Nd4j.getEnvironment().setMaxThreads(1);
    Nd4j.getEnvironment().setMaxMasterThreads(1);
  }

  private NdArrays() {}

  private static void unlimited(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "0");
    }
  }

  /**
   * An array over the bytes of a tensor, which stay where they are: whoever uses the array has to
   * keep the buffer, and must not write to the array of one that is read-only.
   *
   * @param bytes a direct buffer, from position 0, little endian, not empty
   * @param type a type that {@link Numbers#reads}
   * @param shape the tensor's shape, at least one axis
   */
  static INDArray over(ByteBuffer bytes, DataType type, long[] shape) {
    BytePointer raw = new BytePointer(bytes);
    long count = bytes.limit() / type.bytes();
    return switch (type) {
      case FLOAT32 -> {
        FloatPointer p = sized(new FloatPointer(raw), count);
        yield array(p, org.nd4j.linalg.api.buffer.DataType.FLOAT, FloatIndexer.create(p), shape);
      }
      case FLOAT64 -> {
        DoublePointer p = sized(new DoublePointer(raw), count);
        yield array(p, org.nd4j.linalg.api.buffer.DataType.DOUBLE, DoubleIndexer.create(p), shape);
      }
      case FLOAT16 -> {
        ShortPointer p = sized(new ShortPointer(raw), count);
        yield array(p, org.nd4j.linalg.api.buffer.DataType.FLOAT16, HalfIndexer.create(p), shape);
      }
      case BFLOAT16 -> {
        ShortPointer p = sized(new ShortPointer(raw), count);
        yield array(
            p, org.nd4j.linalg.api.buffer.DataType.BFLOAT16, Bfloat16Indexer.create(p), shape);
      }
      default -> throw new AssertionError(type);
    };
  }

  private static <P extends Pointer> P sized(P pointer, long count) {
    pointer.limit(count).capacity(count);
    return pointer;
  }

  private static INDArray array(
      Pointer pointer, org.nd4j.linalg.api.buffer.DataType type, Indexer indexer, long[] shape) {
    return Nd4j.create(Nd4j.createBuffer(pointer, type, pointer.limit(), indexer), shape);
  }
}

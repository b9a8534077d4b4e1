package io.schedulec.verify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/**
 * Makes inputs for a model: normally distributed where they are real numbers, 0 and 1 where they
 * are not, since those are good for indices of almost anything.
 */
final class RandomInputs {
  /** For an axis of free size; enough for several halvings of an image. */
  private static final long FREE_SIZE = 32;

  private final Random random;

  RandomInputs(long seed) {
    this.random = new Random(seed);
  }

  /** A tensor that fits an input. */
  OnnxTensor tensor(OrtEnvironment environment, NodeInfo input) throws OrtException {
    if (!(input.getInfo() instanceof TensorInfo info)) {
      throw new OrtException("input " + input.getName() + " is no tensor");
    }
    long[] shape = sizes(info.getShape());
    int count = count(shape);
    ByteBuffer bytes =
        ByteBuffer.allocateDirect(Math.multiplyExact(count, info.type.size))
            .order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      put(bytes, info.type, input.getName());
    }
    return OnnxTensor.createTensor(environment, bytes.flip(), shape, info.type);
  }

  private static long[] sizes(long[] declared) {
    long[] shape = declared.clone();
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0) {
        shape[i] = i == 0 ? 1 : FREE_SIZE;
      }
    }
    return shape;
  }

  private static int count(long[] shape) {
    long count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return Math.toIntExact(count);
  }

  private void put(ByteBuffer bytes, OnnxJavaType type, String name) throws OrtException {
    switch (type) {
      case FLOAT -> bytes.putFloat((float) random.nextGaussian());
      case DOUBLE -> bytes.putDouble(random.nextGaussian());
      case FLOAT16 -> bytes.putShort(Halves.float16((float) random.nextGaussian()));
      case BFLOAT16 -> bytes.putShort(Halves.bfloat16((float) random.nextGaussian()));
      case INT64 -> bytes.putLong(random.nextInt(2));
      case INT32 -> bytes.putInt(random.nextInt(2));
      case INT16 -> bytes.putShort((short) random.nextInt(2));
      case INT8, UINT8, BOOL -> bytes.put((byte) random.nextInt(2));
      default -> throw new OrtException("input " + name + " has elements of type " + type);
    }
  }
}

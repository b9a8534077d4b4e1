package io.schedulec.graph.pt2;

import io.schedulec.graph.UnreadableModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Where the elements of a tensor are.
 *
 * @param entry the entry that holds its storage
 * @param pickled whether that is a pickle, which nothing here opens
 * @param meta how the elements lie in the storage; absent for what is no tensor
 */
record Payload(String entry, boolean pickled, Optional<TensorMeta> meta) {
  /** A tensor may have more elements than its storage, but not many more. */
  private static final long SMALL = 1 << 20;

  /** Reads the description of one tensor; {@code folder} is where its entry lies. */
  static Payload read(Json json, String folder) {
    return new Payload(
        folder + json.member("path_name").text(),
        json.member("use_pickle").flag(),
        json.find("tensor_meta").map(TensorMeta::read));
  }

  /**
   * The elements, row by row, least significant byte first.
   *
   * @param name what the tensor is called
   */
  ByteBuffer elements(Archive archive, String name) {
    if (pickled || meta.isEmpty()) {
      throw archive.senseless(
          "the elements of " + name + " are stored as a pickle, which is never opened");
    }
    TensorMeta tensor = meta.get();
    int width = tensor.type().bytes();
    if (width == 0 || !tensor.shape().fullyKnown()) {
      throw archive.senseless("the elements of " + name + " have no fixed size");
    }
    long length = tensor.shape().elements() * width;
    if (tensor.contiguous()) {
      return archive.bytes(entry, tensor.offset() * width, length);
    }
    return strided(archive, name, tensor, length);
  }

  private ByteBuffer strided(Archive archive, String name, TensorMeta tensor, long length) {
    long reach = reach(archive, name, tensor);
    int width = tensor.type().bytes();
    ByteBuffer storage = archive.bytes(entry, tensor.offset() * width, reach * width);
    if (length > Math.max(SMALL, storage.limit())) {
      throw archive.senseless("the storage of " + name + " is too small for it");
    }
    return rows(storage, tensor, (int) length);
  }

  /** How many elements of the storage lie between the first and the last that count, inclusive. */
  private static long reach(Archive archive, String name, TensorMeta tensor) {
    double reach = 1;
    for (int axis = 0; axis < tensor.shape().rank(); axis++) {
      reach += (double) Math.max(0, tensor.shape().dim(axis) - 1) * tensor.strides().get(axis);
    }
    if (reach > Integer.MAX_VALUE) {
      throw unreachable(archive, name);
    }
    return (long) reach;
  }

  private static UnreadableModelException unreachable(Archive archive, String name) {
    return archive.senseless("the elements of " + name + " lie too far apart in its storage");
  }

  private static ByteBuffer rows(ByteBuffer storage, TensorMeta tensor, int length) {
    int width = tensor.type().bytes();
    byte[] rows = new byte[length];
    long[] index = new long[tensor.shape().rank()];
    for (int to = 0; to < length; to += width) {
      long from = 0;
      for (int axis = 0; axis < index.length; axis++) {
        from += index[axis] * tensor.strides().get(axis);
      }
      storage.get((int) from * width, rows, to, width);
      advance(index, tensor);
    }
    return ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void advance(long[] index, TensorMeta tensor) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      if (++index[axis] < tensor.shape().dim(axis)) {
        return;
      }
      index[axis] = 0;
    }
  }
}

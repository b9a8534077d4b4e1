package io.schedulec.graph.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file that is being written; large runs pass by the buffer. */
final class Output implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  /** Shorter runs of a file are copied byte by byte: mapping one costs more. */
  private static final int SHORT = 1 << 15;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  /** Writes to a channel, which it closes. */
  Output(FileChannel channel) {
    this.channel = channel;
  }

  /** Appends what remains of a buffer. */
  void write(ByteBuffer bytes) throws IOException {
    if (bytes.remaining() > buffer.remaining()) {
      flush();
    }
    if (bytes.remaining() <= buffer.remaining()) {
      buffer.put(bytes);
      return;
    }
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** As {@link #write}, where no checked exception can pass. */
  void accept(ByteBuffer bytes) {
    try {
      write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends a run of bytes of a file. */
  void copy(ModelBytes file, int start, int end) throws IOException {
    if (end - start > SHORT) {
      write(file.slice(start, end));
      return;
    }
    if (end - start > buffer.remaining()) {
      flush();
    }
    for (int i = start; i < end; i++) {
      buffer.put(file.at(i));
    }
  }

  /** Appends zeros. */
  void pad(int count) throws IOException {
    write(ByteBuffer.allocate(count));
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  /** Writes what is left and waits until the device has it. */
  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
      channel.force(true);
    }
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Elements;
import io.schedulec.graph.TensorData;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Real numbers that stay in the archive until somebody asks for them. */
final class StoredConstant implements TensorData {
  private final Path path;
  private final String name;
  private final Payload payload;
  private final DataType type;

  /** The elements of a tensor of an archive. */
  StoredConstant(Path path, String name, Payload payload, DataType type) {
    this.path = path;
    this.name = name;
    this.payload = payload;
    this.type = type;
  }

  @Override
  public DataType type() {
    return type;
  }

  @Override
  public long[] longs() {
    return Elements.longs(bytes(), type);
  }

  @Override
  public double[] doubles() {
    return Elements.doubles(bytes(), type);
  }

  private ByteBuffer bytes() {
    try (Archive archive = Archive.open(path)) {
      return payload.elements(archive, name);
    }
  }
}

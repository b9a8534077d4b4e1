package io.schedulec.graph.onnx;

import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.UnwritableModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes changed copies of an ONNX file.
 *
 * <p>What does not change stays byte for byte what it was, whether it is understood or not. Weights
 * go from file to file; they are never all in memory.
 */
public final class ModelWriter {
  private final ModelFile file;

  private ModelWriter(ModelFile file) {
    this.file = file;
  }

  /**
   * A writer of copies of a file.
   *
   * @throws UnreadableModelException if the file holds no model
   */
  public static ModelWriter of(Path source) {
    return new ModelWriter(ModelFile.open(source));
  }

  /** An entry of the model's metadata. */
  public Optional<String> metadata(String key) {
    Wire message = Wire.of(file.bytes());
    Optional<String> value = Optional.empty();
    while (message.next()) {
      if (message.field() != 14) {
        message.skip();
        continue;
      }
      Map.Entry<String, String> entry = entry(message.message());
      if (value.isEmpty() && entry.getKey().equals(key)) {
        value = Optional.of(entry.getValue());
      }
    }
    return value;
  }

  private static Map.Entry<String, String> entry(Wire message) {
    String[] entry = Entries.read(message);
    return Map.entry(entry[0], entry[1]);
  }

  /**
   * Makes sure that changes can be made.
   *
   * @throws UnwritableModelException if one cannot
   */
  public void demand(ModelChanges changes) {
    new Assignment(file, changes);
  }

  /**
   * Writes a changed copy, whole or not at all. External data goes into a file beside it, {@code
   * target.data}, which is moved into place first.
   *
   * @param check is given the finished copy under a temporary name before it is moved into place;
   *     what it throws is passed on and leaves nothing behind
   * @throws UnwritableModelException if the changes cannot be made, the result would be larger than
   *     a file of the format can be, or the target is part of the model that is copied
   * @throws UnreadableModelException if external data is missing, or the file has changed
   * @throws IOException if the target cannot be written
   */
  public void write(ModelChanges changes, Path target, Consumer<Path> check) throws IOException {
    NewModelFile copy = NewModelFile.at(target);
    copy.demandNoPartOf(file);
    DataFile data = new DataFile(copy.dataName());
    Pieces pieces = Layout.of(file, changes, new Assignment(file, changes), data);
    if (pieces.length() > Integer.MAX_VALUE) {
      throw new UnwritableModelException(
          target
              + " would have "
              + pieces.length()
              + " bytes, but an ONNX file holds at most 2 GB without external data");
    }
    try {
      copy.write(pieces, data, check);
    } catch (InternalError e) {
      // How the platform reports that a mapped file has become shorter.
      throw new UnreadableModelException(file.bytes().path() + " was changed while it was read");
    }
  }
}

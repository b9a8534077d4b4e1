package io.schedulec.graph.onnx;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Elements;
import io.schedulec.graph.Shape;
import io.schedulec.graph.UnreadableModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Elements that stand in a second file beside the model; that file may be absent. */
final class ExternalTensorData extends StoredElements {
  /** The elements of the tensor whose message is at {@code [start, end)} of the model file. */
  ExternalTensorData(ModelBytes file, int start, int end, String name, DataType type, Shape shape) {
    super(file, start, end, name, type, shape);
  }

  @Override
  long[] readLongs() {
    return Elements.longs(bytes(), type);
  }

  @Override
  double[] readDoubles() {
    return Elements.doubles(bytes(), type);
  }

  @Override
  ByteBuffer bytes() {
    String location = "";
    long offset = 0;
    Wire message = Wire.of(file, start, end);
    while (message.next()) {
      if (message.field() != 13) {
        message.skip();
        continue;
      }
      String[] entry = Entries.read(message.message());
      if (entry[0].equals("location")) {
        location = entry[1];
      } else if (entry[0].equals("offset")) {
        offset = number(entry[1]);
      }
    }
    return map(beside(location), offset);
  }

  /** The file that the elements are in. */
  Path source() {
    Wire message = Wire.of(file, start, end);
    while (message.next()) {
      if (message.field() != 13) {
        message.skip();
        continue;
      }
      String[] entry = Entries.read(message.message());
      if (entry[0].equals("location")) {
        return beside(entry[1]);
      }
    }
    return beside("");
  }

  /** The file that the elements are in; empty where it may not be read. */
  Optional<Path> permitted() {
    try {
      return Optional.of(source());
    } catch (UnreadableModelException e) {
      return Optional.empty();
    }
  }

  private ByteBuffer map(Path path, long offset) {
    long elements = shape.elements();
    if (type.bytes() == 0 || elements > Integer.MAX_VALUE / type.bytes()) {
      throw file.senseless("tensor " + name + " is too large to be read");
    }
    long length = elements * type.bytes();
    notElsewhere(path);
    if (!Files.isRegularFile(path)) {
      // Opening a pipe waits until somebody writes to it, perhaps for ever.
      throw file.senseless("the elements of " + name + " are in " + path + ", which is no file");
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (offset < 0 || offset > channel.size() - length) {
        throw file.senseless("the elements of " + name + " lie past the end of " + path);
      }
      return channel
          .map(FileChannel.MapMode.READ_ONLY, offset, length)
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw file.senseless("the elements of " + name + " are in " + path + ", which is not there");
    }
  }

  /** The file of the elements, which must not lie outside the model's folder. */
  private Path beside(String location) {
    try {
      Path folder = file.path().toAbsolutePath().normalize().getParent();
      if (folder != null && !location.isEmpty()) {
        Path path = folder.resolve(location).normalize();
        if (path.startsWith(folder)) {
          return path;
        }
      }
    } catch (InvalidPathException e) {
      // Refused below: what is no path lies in no folder.
    }
    throw file.senseless("the elements of " + name + " are not in a file of the model's folder");
  }

  /** A link may lead out of the folder, too. */
  private void notElsewhere(Path path) {
    try {
      Path folder = file.path().toAbsolutePath().normalize().getParent();
      if (folder != null && !path.toRealPath().startsWith(folder.toRealPath())) {
        throw file.senseless(
            "the elements of " + name + " are in " + path + ", a link out of the model's folder");
      }
    } catch (IOException e) {
      throw file.senseless("the elements of " + name + " are in " + path + ", which is not there");
    }
  }

  private UnreadableModelException badOffset(String text) {
    return file.senseless("the elements of " + name + " begin at " + text + ", which is no number");
  }

  private long number(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw badOffset(text);
    }
  }
}

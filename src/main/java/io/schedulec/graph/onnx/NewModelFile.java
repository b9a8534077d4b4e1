package io.schedulec.graph.onnx;

import io.schedulec.graph.UnwritableModelException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A model file that appears whole or not at all, with its external data.
 *
 * <p>Both are written in a folder of their own beside the target, under the names they will have,
 * so that the copy can be read before it is moved into place.
 */
final class NewModelFile {
  private final Path target;
  private final Path folder;

  private NewModelFile(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** The file to be; a link stays a link. */
  static NewModelFile at(Path asked) throws IOException {
    Path target = followLinks(asked);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new UnwritableModelException(asked + " is no file that a model could be written to");
    }
    long unique = ProcessHandle.current().pid() ^ System.nanoTime();
    String name = "." + target.getFileName() + "." + Long.toHexString(unique) + ".part";
    return new NewModelFile(target, target.resolveSibling(name));
  }

  private static Path followLinks(Path path) throws IOException {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** The name of the file of external data. */
  String dataName() {
    return target.getFileName() + ".data";
  }

  /** Makes sure that nothing that is still to be read is written over. */
  void demandNoPartOf(ModelFile source) throws IOException {
    demandOther(source.bytes().path(), target);
    Path data = target.resolveSibling(dataName());
    for (RawTensor tensor : source.tensors().values()) {
      if (tensor.data() instanceof ExternalTensorData external) {
        demandOther(external.source(), target);
        demandOther(external.source(), data);
      }
    }
  }

  private static void demandOther(Path read, Path written) throws IOException {
    if (Files.exists(written) && Files.exists(read) && Files.isSameFile(read, written)) {
      throw new UnwritableModelException(
          written + " is " + read + ", a file of the model that is read: choose another name");
    }
  }

  /** Writes both files, has the copy checked, and moves them into place. */
  void write(Pieces model, DataFile data, Consumer<Path> check) throws IOException {
    Path newModel = folder.resolve(target.getFileName());
    Path newData = folder.resolve(dataName());
    try {
      Files.createDirectory(folder);
      if (!data.empty()) {
        fill(newData, data::writeTo);
      }
      fill(newModel, model::writeTo);
      check.accept(newModel);
      if (!data.empty()) {
        move(newData, target.resolveSibling(dataName()));
      }
      move(newModel, target);
    } finally {
      remove(newModel, newData, folder);
    }
  }

  @FunctionalInterface
  private interface Filling {
    void writeTo(Output out) throws IOException;
  }

  private static void fill(Path path, Filling filling) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    try (Output out = new Output(channel)) {
      filling.writeTo(out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    keepPermissions(to, from);
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void keepPermissions(Path of, Path on) throws IOException {
    boolean posix = of.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(of)) {
      Files.setPosixFilePermissions(on, Files.getPosixFilePermissions(of));
    }
  }

  /** Whatever happened before is what is reported, not what is left behind. */
  private static void remove(Path... paths) {
    for (Path path : paths) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // It is in nobody's way.
      }
    }
  }
}

package io.schedulec.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Output files that appear whole or not at all. */
final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it; the stream is closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a text in UTF-8. */
  static void write(Path target, String text) throws BadRequest {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file beside the target and moves it there; until then the target stays what it was.
   *
   * @throws BadRequest if it cannot be written
   */
  static void write(Path target, Content content) throws BadRequest {
    try {
      replace(target, content);
    } catch (IOException e) {
      throw new BadRequest("cannot write " + target + ": " + IoReasons.of(e));
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path real = followLinks(target);
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      // A pipe or a device is written as it comes; there is nothing to replace.
      fill(real, content, StandardOpenOption.WRITE);
      return;
    }
    Path part = partOf(real);
    try {
      fill(part, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      copyPermissions(real, part);
      move(part, real);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The file that a link stands for: the link stays a link. */
  private static Path followLinks(Path target) throws IOException {
    try {
      return target.toRealPath();
    } catch (NoSuchFileException e) {
      return target.toAbsolutePath();
    }
  }

  /** A name that nobody else uses, in the same directory, because a move elsewhere is a copy. */
  private static Path partOf(Path real) {
    long unique = ProcessHandle.current().pid() ^ System.nanoTime();
    return real.resolveSibling("." + real.getFileName() + "." + Long.toHexString(unique) + ".part");
  }

  private static void fill(Path path, Content content, StandardOpenOption... how)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, how), 1 << 16)) {
      content.writeTo(out);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    boolean posix = from.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(from)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
      Files.setPosixFilePermissions(to, permissions);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

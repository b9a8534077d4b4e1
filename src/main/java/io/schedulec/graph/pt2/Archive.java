package io.schedulec.graph.pt2;

import io.schedulec.graph.UnreadableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive with one exported program in it.
 *
 * <p>Entries are stored, never compressed, so that none is larger than the file itself.
 */
final class Archive implements AutoCloseable {
  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;
  private final ModelEntry model;

  private Archive(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
    this.entries = entries();
    this.model = ModelEntry.among(this, entries.keySet());
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableModelException if it is no such archive
   */
  static Archive open(Path path) {
    ZipFile zip = zip(path);
    try {
      return new Archive(path, zip);
    } catch (UnreadableModelException e) {
      close(zip);
      throw e;
    }
  }

  private static ZipFile zip(Path path) {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw new UnreadableModelException(
          path + " is truncated or damaged: it begins like a zip archive, but " + e.getMessage());
    } catch (IOException e) {
      throw new UnreadableModelException(path + " cannot be read: " + e.getMessage());
    }
  }

  private Map<String, ZipEntry> entries() {
    Map<String, ZipEntry> found = new HashMap<>();
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      if (found.put(entry.getName(), entry) != null) {
        throw senseless("it has two entries named " + entry.getName());
      }
    }
    return found;
  }

  /** Where the file lies. */
  Path path() {
    return path;
  }

  /** The file's name, without folders. */
  String name() {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** What the entries of the program are called. */
  ModelEntry model() {
    return model;
  }

  /** Whether there is an entry. */
  boolean has(String entry) {
    return entries.containsKey(entry);
  }

  /** The text of an entry as JSON. */
  Json json(String entry) {
    try (InputStream in = zip.getInputStream(stored(entry))) {
      InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8);
      return new JsonTree(this, entry).read(text);
    } catch (IOException e) {
      throw damaged(entry, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Part of an entry, least significant byte first.
   *
   * @param from its first byte
   * @param length the number of bytes
   */
  ByteBuffer bytes(String entry, long from, long length) {
    long size = stored(entry).getSize();
    if (from < 0 || length < 0 || from > size - length || length > Integer.MAX_VALUE) {
      throw senseless(
          entry
              + " has "
              + size
              + " bytes, but "
              + length
              + " are wanted from byte "
              + from
              + " on");
    }
    try (InputStream in = zip.getInputStream(stored(entry))) {
      in.skipNBytes(from);
      byte[] bytes = in.readNBytes((int) length);
      if (bytes.length < length) {
        throw damaged(entry, "it ends after " + bytes.length + " bytes");
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw damaged(entry, String.valueOf(e.getMessage()));
    }
  }

  private ZipEntry stored(String entry) {
    ZipEntry found = entries.get(entry);
    if (found == null) {
      throw senseless("it has no entry " + entry);
    }
    if (found.getMethod() != ZipEntry.STORED || found.getSize() != found.getCompressedSize()) {
      throw senseless("its entry " + entry + " is compressed, which torch.export.save never does");
    }
    return found;
  }

  /** What to throw if the bytes of an entry are not what they should be. */
  UnreadableModelException damaged(String entry, String what) {
    return new UnreadableModelException(path + " is damaged in " + entry + ": " + what);
  }

  /** What to throw if the program makes no sense. */
  UnreadableModelException senseless(String what) {
    return new UnreadableModelException(path + " cannot be used: " + what);
  }

  /** What to throw if the archive is of another kind. */
  UnreadableModelException other(String what) {
    return new UnreadableModelException(path + " " + what);
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // What was read was read.
    }
  }
}

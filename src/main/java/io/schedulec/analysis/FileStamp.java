package io.schedulec.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells a file that was written anew from the one that was read, without reading it.
 *
 * @param size in bytes; -1 where there is no file
 * @param modified when it was last written
 */
record FileStamp(long size, FileTime modified) {

  /** The stamp of a file as it is now. */
  static FileStamp of(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(attributes.size(), attributes.lastModifiedTime());
    } catch (IOException e) {
      return new FileStamp(-1, FileTime.fromMillis(0));
    }
  }

  /** Whether this is the stamp of the same file; a record's own comparison takes long at first. */
  boolean same(FileStamp other) {
    return other.size == size && other.modified.equals(modified);
  }
}

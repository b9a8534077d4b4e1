package io.schedulec.analysis;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What files say, read once, and again when they have changed. Any thread may ask.
 *
 * @param <T> what a file says
 */
abstract class FileCache<T> {
  private final Map<Path, Known<T>> known = new ConcurrentHashMap<>();

  /** What a file said, and the file as it was. */
  private record Known<T>(FileStamp stamp, T content) {}

  /** What a file says now. */
  abstract T read(Path file);

  /** What a file says, from memory if it is what it was. */
  final T get(Path file) {
    // The stamp comes first: a file that is written while it is read is then read once more.
    FileStamp now = FileStamp.of(file);
    Known<T> last = known.get(file);
    if (last == null || !last.stamp().same(now)) {
      last = new Known<>(now, read(file));
      known.put(file, last);
    }
    return last.content();
  }
}

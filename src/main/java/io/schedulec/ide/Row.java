package io.schedulec.ide;

import java.util.List;

/**
 * A line of a text that holds a key or a list item, as its indentation has it.
 *
 * @param line its line, from 1
 * @param path what it lies in, outermost first, and itself last
 * @param key its key; empty for an item that is no map
 * @param value what follows on the line, without a comment
 * @param valueStart the offset of that
 */
record Row(int line, List<Frame> path, String key, String value, int valueStart) {

  /** Copies the path. */
  Row {
    path = List.copyOf(path);
  }

  /**
   * A map entry or list item that others can lie in.
   *
   * @param id its own number
   * @param column where it starts in its line, from 0
   * @param key its key; {@link Caret#ITEM} for an item
   */
  record Frame(int id, int column, String key) {

    boolean item() {
      return key.equals(Caret.ITEM);
    }
  }

  /** The number of the innermost thing it lies in; 0 for the text itself. */
  int parent() {
    return path.size() < 2 ? 0 : path.get(path.size() - 2).id();
  }

  /** Whether it lies in these keys, and no deeper. */
  boolean under(String... keys) {
    if (path.size() != keys.length + 1) {
      return false;
    }
    for (int i = 0; i < keys.length; i++) {
      if (!path.get(i).key().equals(keys[i])) {
        return false;
      }
    }
    return true;
  }
}

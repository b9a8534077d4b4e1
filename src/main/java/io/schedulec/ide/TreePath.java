package io.schedulec.ide;

import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries that a place of a document lies in, outermost first.
 *
 * @param keys their keys, with {@link Caret#ITEM} where a list lies in between
 * @param entry the innermost entry
 */
record TreePath(List<String> keys, YamlValue.Entry entry) {

  /** Copies the keys. */
  TreePath {
    keys = List.copyOf(keys);
  }

  /** The paths to an offset: of the outermost entry first, and of the innermost last. */
  static List<TreePath> to(YamlValue root, int offset) {
    List<TreePath> paths = new ArrayList<>();
    descend(root, offset, new ArrayList<>(), paths);
    return paths;
  }

  private static void descend(
      YamlValue value, int offset, List<String> keys, List<TreePath> paths) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (!entry.merged() && touches(entry.span(), offset)) {
          keys.add(entry.key().text());
          paths.add(new TreePath(keys, entry));
          descend(entry.value(), offset, keys, paths);
          return;
        }
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        if (touches(item.span(), offset)) {
          keys.add(Caret.ITEM);
          descend(item, offset, keys, paths);
          return;
        }
      }
    }
  }

  /** Whether an offset lies in a place or at its end. */
  static boolean touches(Span span, int offset) {
    return span.start() <= offset && offset <= span.end();
  }

  /** Whether an offset lies on the key rather than on the value. */
  boolean onKey(int offset) {
    return touches(entry.key().span(), offset);
  }
}

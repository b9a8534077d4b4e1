package io.schedulec.graph.pt2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the entries of one program are called.
 *
 * @param root the folder that all entries lie in, with a slash at its end
 * @param name the program's name, usually {@code model}
 */
record ModelEntry(String root, String name) {
  private static final String FOLDER = "models/";
  private static final String ENDING = ".json";

  /** The only program among some entries. */
  static ModelEntry among(Archive archive, Set<String> entries) {
    List<String> found = new ArrayList<>(1);
    for (String entry : entries) {
      int slash = entry.indexOf('/');
      if (entry.endsWith(ENDING)
          && entry.startsWith(FOLDER, slash + 1)
          && entry.indexOf('/', slash + 1 + FOLDER.length()) < 0) {
        found.add(entry);
      }
    }
    if (found.isEmpty()) {
      throw archive.other(OtherArchives.describe(entries));
    }
    if (found.size() > 1) {
      throw archive.other("holds " + found.size() + " models, and one is expected");
    }
    String entry = found.get(0);
    int folder = entry.indexOf('/') + 1;
    int start = folder + FOLDER.length();
    return new ModelEntry(
        entry.substring(0, folder), entry.substring(start, entry.length() - ENDING.length()));
  }

  /** The entry with the graph. */
  String graph() {
    return root + FOLDER + name + ENDING;
  }

  /** The entry that says where weights are. */
  String weights() {
    return weight(name + "_weights_config.json");
  }

  /** The entry that says where other tensors are. */
  String constants() {
    return constant(name + "_constants_config.json");
  }

  /** The entry with the elements of a weight. */
  String weight(String path) {
    return root + "data/weights/" + path;
  }

  /** The entry with the elements of another tensor. */
  String constant(String path) {
    return root + "data/constants/" + path;
  }
}

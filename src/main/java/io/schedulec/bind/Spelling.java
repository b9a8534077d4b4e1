package io.schedulec.bind;

import java.util.ArrayList;
import java.util.List;

/**
 * How a schedule spells parameter names: with which {@code module} components.
 *
 * @param written a name as the schedule spells it
 * @param parameter the name of the parameter it means
 */
public record Spelling(String written, String parameter) {

  /** Another parameter's name in the same spelling. */
  public String of(String other) {
    if (written.equals(parameter)) {
      return other;
    }
    List<String> spelt = new ArrayList<>(NameIndex.components(NameIndex.plain(other)));
    List<String> model = NameIndex.components(written);
    for (int i = 0; i < model.size(); i++) {
      boolean sameRoot = i == 0 || model.get(0).equals(spelt.get(0));
      if (model.get(i).equals("module") && sameRoot && i < spelt.size()) {
        spelt.add(i, "module");
      }
    }
    return String.join(".", spelt);
  }
}

package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.List;

/** What a part of a model is called: the module that all its layers are in, or its first layer. */
final class BlockNames {
  private BlockNames() {}

  static String of(Sketch sketch, List<Integer> items) {
    List<String> layers = new ArrayList<>();
    for (int item : items) {
      if (sketch.items().get(item).kind() == Item.Kind.LAYER) {
        layers.add(sketch.items().get(item).name());
      }
    }
    if (layers.isEmpty()) {
      return sketch.items().get(items.get(items.size() - 1)).name();
    }
    String module = layers.get(0);
    for (String layer : layers) {
      module = common(module, layer);
    }
    return module.isEmpty() ? layers.get(0) : module;
  }

  /** The longest module that both names are in. */
  private static String common(String module, String name) {
    String common = module;
    while (!common.isEmpty() && !(name + ".").startsWith(common + ".")) {
      common = common.substring(0, Math.max(0, common.lastIndexOf('.')));
    }
    return common;
  }
}

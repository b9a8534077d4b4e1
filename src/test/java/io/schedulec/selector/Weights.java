package io.schedulec.selector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Names without a graph; functions answer with what their arguments match. */
record Weights(List<String> names) implements World {

  static final Weights SOME =
      new Weights(
          List.of(
              "conv1.weight",
              "layer1.0.conv1.weight",
              "layer1.0.conv2.weight",
              "layer1.1.conv1.weight",
              "layer2.0.conv1.weight",
              "layer2.0.conv1.bias",
              "layer10.0.conv1.weight",
              "fc.weight"));

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public BitSet named(Selector.Names selector) {
    BitSet found = new BitSet();
    for (int i = 0; i < size(); i++) {
      found.set(i, selector.pattern().matches(names.get(i)));
    }
    return found;
  }

  @Override
  public BitSet call(Selector.Call call) {
    BitSet found = new BitSet();
    call.arguments().forEach(argument -> found.or(argument.select(this)));
    return found;
  }

  /** The names that a selector matches. */
  List<String> select(String text) {
    Selector selector = SelectorReader.read(text).selector().orElseThrow();
    List<String> matches = new ArrayList<>();
    selector.select(this).stream().forEach(i -> matches.add(names.get(i)));
    return matches;
  }
}

package io.schedulec.inspect.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sketch in which blocks that are alike are one.
 *
 * @param sketch all of the model
 * @param drawn whether each item is drawn
 * @param blockOf the number of the innermost block that each item is in, or -1
 * @param blocks the blocks; one that is inside another comes after it
 * @param wires the lines between items that are drawn
 * @param items the drawn items of each block
 * @param inner the blocks directly in each block
 */
record Outline(
    Sketch sketch,
    List<Boolean> drawn,
    List<Integer> blockOf,
    List<Block> blocks,
    List<Wire> wires,
    Map<Integer, List<Integer>> items,
    Map<Integer, List<Integer>> inner) {
  /** Copies the collections. */
  Outline {
    drawn = List.copyOf(drawn);
    blockOf = List.copyOf(blockOf);
    blocks = List.copyOf(blocks);
    wires = List.copyOf(wires);
    items = Map.copyOf(items);
    inner = Map.copyOf(inner);
  }

  static Outline of(
      Sketch sketch,
      List<Boolean> drawn,
      List<Integer> blockOf,
      List<Block> blocks,
      List<Wire> wires) {
    Map<Integer, List<Integer>> items = new HashMap<>();
    for (int i = 0; i < blockOf.size(); i++) {
      if (drawn.get(i)) {
        items.computeIfAbsent(blockOf.get(i), block -> new ArrayList<>()).add(i);
      }
    }
    Map<Integer, List<Integer>> inner = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      inner.computeIfAbsent(blocks.get(i).outer(), block -> new ArrayList<>()).add(i);
    }
    return new Outline(sketch, drawn, blockOf, blocks, wires, items, inner);
  }

  /** The drawn items that are in a block and in none inside it; -1 for those in no block. */
  List<Integer> itemsIn(int block) {
    return items.getOrDefault(block, List.of());
  }

  /** The blocks that are in a block and in none inside it; -1 for those in no block. */
  List<Integer> blocksIn(int block) {
    return inner.getOrDefault(block, List.of());
  }
}

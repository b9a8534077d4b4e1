package io.schedulec.inspect.draw;

import java.util.List;

/**
 * What is laid out together: the whole picture without the insides of blocks, or the inside of one.
 *
 * @param cells the cells, each after those that lines come from
 * @param strands the lines between them, each once
 */
record Level(List<Cell> cells, List<Strand> strands) {
  /** Copies the lists. */
  Level {
    cells = List.copyOf(cells);
    strands = List.copyOf(strands);
  }
}

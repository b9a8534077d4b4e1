package io.schedulec.inspect.draw;

import java.util.List;

/**
 * Something that gets a place of its own among others.
 *
 * @param kind what it is
 * @param number of the item or the block
 * @param inner what is inside, for blocks; else an empty level
 * @param port what goes through, where a line comes in or out; else nothing
 */
record Cell(Kind kind, int number, Level inner, Port port) {
  /** What gets a place. */
  enum Kind {
    /** A box. */
    ITEM,
    /** The frame of a block, with all that is inside. */
    BLOCK,
    /** Where a line comes in through a frame. */
    ENTRY,
    /** Where a line goes out through a frame. */
    EXIT
  }

  private static final Level EMPTY = new Level(List.of(), List.of());

  static Cell item(int number) {
    return new Cell(Kind.ITEM, number, EMPTY, Port.NONE);
  }

  static Cell block(int number, Level inner) {
    return new Cell(Kind.BLOCK, number, inner, Port.NONE);
  }

  static Cell end(Kind kind, Port port) {
    return new Cell(kind, -1, EMPTY, port);
  }
}

package io.schedulec.inspect.draw;

/**
 * A line within one level.
 *
 * @param from the cell that it begins at
 * @param to the cell that it ends at
 * @param port what leaves there
 */
record Strand(int from, int to, Port port) {}

package io.schedulec.channel;

/**
 * Two spaces that meet by multiplication only.
 *
 * @param space the space of the product
 * @param gate the space that is multiplied into it
 */
record Gate(int space, int gate) {}

package io.schedulec.channel;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {
  private int[] elements = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return elements[index];
  }

  void set(int index, int value) {
    elements[index] = value;
  }

  void add(int value) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, 2 * size);
    }
    elements[size++] = value;
  }

  void clear() {
    size = 0;
  }

  boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (elements[i] == value) {
        return true;
      }
    }
    return false;
  }

  int[] toArray() {
    return Arrays.copyOf(elements, size);
  }
}

package io.schedulec.selector;

import java.util.BitSet;

/** The weights that selectors choose from, numbered in model order. */
public interface World {

  /** How many there are. */
  int size();

  /** Those whose names fit, as a set of its own. */
  BitSet named(Selector.Names names);

  /** What a function answers, as a set of its own; what it cannot answer is reported. */
  BitSet call(Selector.Call call);
}

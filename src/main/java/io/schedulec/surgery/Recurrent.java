package io.schedulec.surgery;

import io.schedulec.graph.Value;
import java.util.BitSet;

/**
 * Recurrent layers: hidden unit i is row i of every gate, column i of the weights of the states and
 * channel i of the states, in both directions alike.
 */
final class Recurrent {
  private static final int DIRECTION = 0;
  private static final int BATCH = 1;
  private static final int STEP = 2;
  private static final int READ = 3;
  private static final int GATE = 4;

  private Recurrent() {}

  static void follow(CutNode at) {
    int hidden = (int) at.shape(at.in(2)).dim(2);
    at.demandWhole(at.in(2), 0);
    BitSet removed = at.removed(at.in(2), 2);
    boolean batchFirst = at.node().attributes().integer("layout", 0) != 0;
    int gates = gates(at);
    demandGates(at, 1, 1, removed, hidden, gates);
    demandGates(at, 2, 1, removed, hidden, gates);
    demandGates(at, 3, 1, removed, hidden, 2 * gates);
    demandGates(at, 7, 1, removed, hidden, 3);
    int[] in = batchFirst ? new int[] {BATCH, STEP, READ} : new int[] {STEP, BATCH, READ};
    Labels labels = new Labels(at).operand(0, in).operand(1, DIRECTION, GATE, READ);
    labels.demandWhole(DIRECTION, at.in(1), 0);
    state(at, 5, batchFirst, removed);
    state(at, 6, batchFirst, removed);
    if (!removed.isEmpty()) {
      at.attribute("hidden_size", hidden - removed.cardinality());
    }
    for (int i = 0; i < at.node().outputs().size(); i++) {
      int last = i == 0 ? 3 : 2;
      at.node().output(i).ifPresent(out -> at.result(out, at.whole(out).and(last, removed)));
    }
  }

  private static int gates(CutNode at) {
    return switch (at.node().opType()) {
      case "LSTM" -> 4;
      case "GRU" -> 3;
      default -> 1;
    };
  }

  /** Rows of each gate one after the other. */
  private static void demandGates(
      CutNode at, int place, int axis, BitSet removed, int hidden, int gates) {
    if (at.node().input(place).isEmpty()) {
      return;
    }
    BitSet all = new BitSet();
    for (int gate = 0; gate < gates; gate++) {
      all.or(Sets.shifted(removed, gate * hidden));
    }
    Value value = at.in(place);
    if (at.constant(place)) {
      at.cutConstant(place, at.whole(value).and(axis, all));
    } else {
      at.demandWhole(value, 0);
      at.demandAlike(value, at.removed(value, axis), all);
    }
  }

  /** States to begin with; zeros need not be said. */
  private static void state(CutNode at, int place, boolean batchFirst, BitSet removed) {
    if (at.node().input(place).isEmpty() || removed.isEmpty()) {
      return;
    }
    Value state = at.in(place);
    if (at.constant(place)) {
      at.cutConstant(place, at.whole(state).and(2, removed));
    } else if (at.cut(state).nothing() && Zeros.of(at.wiring(), state)) {
      at.leaveOut(place);
    } else {
      at.demandWhole(state, batchFirst ? 1 : 0);
      at.demandAlike(state, at.removed(state, 2), removed);
    }
  }
}

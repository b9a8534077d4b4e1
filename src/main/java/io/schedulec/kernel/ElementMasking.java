package io.schedulec.kernel;

import io.schedulec.kernel.Magnitudes.Threshold;
import io.schedulec.plan.Selection;
import io.schedulec.plan.Selection.Below;
import io.schedulec.plan.Selection.Lowest;
import java.util.OptionalLong;

/** Masks single elements, by magnitude. */
final class ElementMasking {
  private final Tensors tensors;
  private final boolean takesTies;

  /** Whether elements that rank equal with the last one masked are masked too. */
  ElementMasking(Tensors tensors, boolean takesTies) {
    this.tensors = tensors;
    this.takesTies = takesTies;
  }

  /** Masks one tensor, and all that hold the same parameter; what was done. */
  Masked run(String name, Selection selection, int epoch) {
    Masked masked = new Masked(name, OptionalLong.empty(), 0, 0);
    for (Tensor tensor : tensors.named(name)) {
      masked =
          selection instanceof Below below
              ? below(tensor, below.threshold().at(epoch))
              : lowest(tensor, (Lowest) selection, epoch);
    }
    return masked;
  }

  private static Masked below(Tensor tensor, double threshold) {
    tensor.refuseNonFinite();
    Magnitudes magnitudes = tensor.magnitudes();
    long key = magnitudes.keyAtMost(threshold);
    long zeroed = magnitudes.atMost(key);
    if (zeroed > 0) {
      tensor.zeroElements(key, Long.MAX_VALUE);
    }
    String name = tensor.parameter().name();
    return new Masked(name, OptionalLong.empty(), zeroed, tensor.survivors().elements());
  }

  private Masked lowest(Tensor tensor, Lowest lowest, int epoch) {
    if (lowest.leader().isPresent()) {
      throw new Impossible("single elements have no leader");
    }
    String name = tensor.parameter().name();
    long of = tensor.survivors().elements();
    long asked = (long) Math.floor(lowest.share().at(epoch) * of);
    if (asked == 0) {
      return Masked.of(name, 0, 0, of);
    }
    tensor.refuseNonFinite();
    Threshold threshold = tensor.magnitudes().smallest(asked);
    long equal = takesTies ? threshold.equal() : asked - threshold.below();
    long zeroed = threshold.below() + equal;
    if (zeroed == of && asked < of) {
      throw Masked.nothingLeft(name, asked, of);
    }
    tensor.zeroElements(threshold.key(), equal);
    return Masked.of(name, asked, zeroed, of);
  }
}

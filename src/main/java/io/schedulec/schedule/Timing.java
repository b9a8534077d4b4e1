package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.List;

/** The epochs in which a policy acts. */
public sealed interface Timing {

  /** The place that says when. */
  Span span();

  /** The epochs in which it acts; at least one. */
  Firings firings();

  /** The epoch after the last, as the trainer's algorithms are told it. */
  int stop();

  /** The first epoch that fires. */
  default int first() {
    return firings().first();
  }

  /** The last epoch that fires. */
  default int last() {
    return firings().last();
  }

  /**
   * A list of epochs.
   *
   * @param span the entry {@code epochs: [...]}
   * @param epochs the epochs in file order, at least one
   */
  record Epochs(Span span, List<Spanned<Integer>> epochs) implements Timing {
    /** Copies the epochs. */
    public Epochs {
      epochs = List.copyOf(epochs);
    }

    @Override
    public Firings firings() {
      int[] firings = new int[epochs.size()];
      for (int i = 0; i < firings.length; i++) {
        firings[i] = epochs.get(i).value();
      }
      return Firings.of(firings);
    }

    @Override
    public int stop() {
      return epochs.get(epochs.size() - 1).value() + 1;
    }
  }

  /**
   * Every so many epochs between two.
   *
   * @param span from the first to the last of the three entries
   * @param start the first epoch
   * @param end the epoch after the last that may fire
   * @param frequency epochs from one firing to the next
   * @param startEntry the entry {@code starting_epoch: ...}
   * @param endEntry the entry {@code ending_epoch: ...}
   * @param frequencyEntry the entry {@code frequency: ...}
   */
  record Window(
      Span span,
      Spanned<Integer> start,
      Spanned<Integer> end,
      Spanned<Integer> frequency,
      Span startEntry,
      Span endEntry,
      Span frequencyEntry)
      implements Timing {

    @Override
    public Firings firings() {
      int count = (end.value() - start.value() - 1) / frequency.value() + 1;
      return Firings.every(start.value(), frequency.value(), count);
    }

    @Override
    public int stop() {
      return end.value();
    }
  }
}

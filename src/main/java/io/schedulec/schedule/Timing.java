package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import java.util.Arrays;
import java.util.List;

/** The epochs in which a policy acts. */
public sealed interface Timing {

  /** The place that says when. */
  Span span();

  /** The epochs, ascending; an epoch that is listed twice is there twice. Never empty. */
  int[] firings();

  /** The first epoch that fires. */
  default int first() {
    return firings()[0];
  }

  /** The last epoch that fires. */
  default int last() {
    int[] firings = firings();
    return firings[firings.length - 1];
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
    public int[] firings() {
      int[] firings = new int[epochs.size()];
      for (int i = 0; i < firings.length; i++) {
        firings[i] = epochs.get(i).value();
      }
      Arrays.sort(firings);
      return firings;
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
    public int[] firings() {
      int[] firings = new int[count()];
      for (int i = 0; i < firings.length; i++) {
        firings[i] = start.value() + i * frequency.value();
      }
      return firings;
    }

    @Override
    public int first() {
      return start.value();
    }

    @Override
    public int last() {
      return start.value() + (count() - 1) * frequency.value();
    }

    private int count() {
      return (end.value() - start.value() - 1) / frequency.value() + 1;
    }
  }
}

package io.schedulec.diagnostic;

import java.util.List;

/** A drawing that belongs to a finding, as data; renderers decide how it looks. */
public sealed interface Figure {

  /** The figure in words, one statement a line, for JSON and for screen readers. */
  List<String> sentences();

  /**
   * Layers whose channels are tied, each joined to the ones above it at an operator.
   *
   * @param caption what is shown, e.g. {@code resnet20_cifar.onnx, channels tied by 3 residual
   *     adds}
   * @param rows the layers, from the model's input towards its output; the first has no join
   * @param readers what reads the channels after the last join, e.g. {@code fc}; may be empty
   */
  record Joins(String caption, List<Joined> rows, String readers) implements Figure {
    /** Copies the rows. */
    public Joins {
      rows = List.copyOf(rows);
    }

    /**
     * One layer of a chain.
     *
     * @param layer the layer, without {@code .weight}
     * @param size its number of channels
     * @param listed whether the schedule lists it
     * @param join the operator that ties it to the rows above, e.g. {@code Add 3.0}; empty in the
     *     first row, and in a row that meets the rows above without an operator between
     */
    public record Joined(String layer, int size, boolean listed, String join) {}

    @Override
    public List<String> sentences() {
      return FigureSentences.of(this);
    }
  }

  /**
   * Several chains beside each other, and the layers that separate them.
   *
   * @param caption what is shown
   * @param chains the chains, in graph order
   * @param separators one entry between each two chains, e.g. {@code layer3.0.conv1 and
   *     layer3.0.downsample.0 make new channels here}; may be empty strings
   */
  record Chains(String caption, List<Chain> chains, List<String> separators) implements Figure {
    /** Copies the lists. */
    public Chains {
      chains = List.copyOf(chains);
      separators = List.copyOf(separators);
    }

    /**
     * One chain.
     *
     * @param name its short name, e.g. {@code chain A}
     * @param size number of channels
     * @param unit {@code filters} or {@code channels}
     * @param layers its layers, in graph order
     * @param tiedAt the operators that tie them, e.g. {@code Add 2.0, 2.1, 2.2}; may be empty
     */
    public record Chain(String name, int size, String unit, List<Layer> layers, String tiedAt) {
      /** Copies the layers. */
      public Chain {
        layers = List.copyOf(layers);
      }
    }

    /**
     * A layer of a chain.
     *
     * @param name the layer, without {@code .weight}
     * @param listed whether the schedule lists it
     */
    public record Layer(String name, boolean listed) {}

    @Override
    public List<String> sentences() {
      return FigureSentences.of(this);
    }
  }

  /**
   * Where the input channels of a layer come from.
   *
   * @param caption what is shown
   * @param layer the reading layer
   * @param size its number of input channels
   * @param operator the operator they come out of, e.g. {@code Concat features.3}; may be empty
   * @param sources who produces which of them
   */
  record Sources(String caption, String layer, int size, String operator, List<Source> sources)
      implements Figure {
    /** Copies the sources. */
    public Sources {
      sources = List.copyOf(sources);
    }

    /**
     * A producer of a run of channels.
     *
     * @param from first channel, in the reader's numbering
     * @param to last channel, inclusive
     * @param layer the producer
     * @param size how many filters the producer has
     */
    public record Source(int from, int to, String layer, int size) {}

    @Override
    public List<String> sentences() {
      return FigureSentences.of(this);
    }
  }

  /**
   * Which policy fires in which epoch.
   *
   * @param rows one row a policy
   * @param clashes epochs to mark below the rows
   */
  record Timeline(List<Firings> rows, List<Integer> clashes) implements Figure {
    /** Copies the lists. */
    public Timeline {
      rows = List.copyOf(rows);
      clashes = List.copyOf(clashes);
    }

    /**
     * The firings of one policy.
     *
     * @param name what fires
     * @param epochs the epochs in which it fires, ascending
     * @param end the first epoch in which it can no longer fire; negative when that is not shown
     */
    public record Firings(String name, List<Integer> epochs, int end) {
      /** Copies the epochs. */
      public Firings {
        epochs = List.copyOf(epochs);
      }

      /** The firings of a policy whose end is not shown. */
      public Firings(String name, List<Integer> epochs) {
        this(name, epochs, -1);
      }
    }

    @Override
    public List<String> sentences() {
      return FigureSentences.of(this);
    }
  }

  /**
   * Lines that are laid out already, such as arithmetic with its numbers below.
   *
   * @param title a word for the margin, e.g. {@code ramp}
   * @param lines the lines, at most about 80 columns wide
   */
  record Lines(String title, List<String> lines) implements Figure {
    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }

    @Override
    public List<String> sentences() {
      return lines;
    }
  }
}

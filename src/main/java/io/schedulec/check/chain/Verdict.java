package io.schedulec.check.chain;

import io.schedulec.bind.BoundPruner;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import java.util.List;
import java.util.Set;

/** What is to be said of a chain, or of a list of weights. */
public sealed interface Verdict {

  /** When it was judged. */
  Window window();

  /**
   * Some layers that must go together are listed, others are not.
   *
   * @param chain the groups they share, the one with most layers first
   * @param listed the layers that are listed, in file order
   * @param missing the layers that are not, in graph order
   * @param presumed the other layers, of which something else is said: their names did not bind, or
   *     the list that holds them mixes chains
   */
  record Incomplete(
      Window window,
      List<CoupledGroup> chain,
      List<Listed> listed,
      List<Member> missing,
      Set<String> presumed)
      implements Verdict {

    /** The group with most layers. */
    public CoupledGroup group() {
      return chain.get(0);
    }

    /** How many channels they share. */
    public int size() {
      return channels(chain);
    }
  }

  /**
   * Every layer is listed, but not by one Leader list.
   *
   * @param chain the groups they share, the one with most layers first
   * @param listed the layers, in file order
   */
  record WithoutLeader(Window window, List<CoupledGroup> chain, List<Listed> listed)
      implements Verdict {

    /** The group with most layers. */
    public CoupledGroup group() {
      return chain.get(0);
    }

    /** How many channels they share. */
    public int size() {
      return channels(chain);
    }
  }

  private static int channels(List<CoupledGroup> chain) {
    return chain.stream().mapToInt(CoupledGroup::size).sum();
  }

  /**
   * A Leader list holds layers of several chains.
   *
   * @param pruner whose list it is
   * @param chains the chains, the leader's first, then as they appear in the list
   */
  record Mixed(Window window, BoundPruner pruner, List<Part> chains) implements Verdict {
    /**
     * The part of a list that belongs to one chain.
     *
     * @param groups the chain's groups
     * @param listed its layers in the list
     */
    public record Part(List<CoupledGroup> groups, List<Listed> listed) {}
  }

  /**
   * Channels that cannot be removed.
   *
   * @param pruner whose list it is
   * @param listed the layers concerned, in the order of the list
   * @param group the first group concerned
   * @param obstacle what holds the channels
   */
  record Unprunable(
      Window window, BoundPruner pruner, List<Listed> listed, CoupledGroup group, Obstacle obstacle)
      implements Verdict {}

  /** What holds channels in place. */
  sealed interface Obstacle {

    /** The analysis says so. */
    record Held(Frozen frozen) implements Obstacle {}

    /**
     * The channels come out of, or go into, a concatenation, and the target cannot split lists.
     *
     * @param groups the reader's groups, in order of its channels
     */
    record Concatenation(List<CoupledGroup> groups) implements Obstacle {}

    /**
     * Layers of different widths meet behind a concatenation.
     *
     * @param wide the layer that meets several others
     * @param groups the groups its filters belong to, in order
     */
    record Uneven(Member wide, List<CoupledGroup> groups) implements Obstacle {}

    /**
     * The columns of a linear layer behind a flatten are ranked one by one.
     *
     * @param columns columns for each channel
     */
    record FlattenedColumns(int columns) implements Obstacle {}

    /**
     * The original trainer's thinning breaks on what stands around the layer.
     *
     * @param reason a word for scripts
     * @param what how the sentence goes on that begins with the channels
     * @param cause what the trainer does
     */
    record TrainerLimit(String reason, String what, String cause) implements Obstacle {}
  }

  /**
   * A gate loses its filters together with the listed layers.
   *
   * @param group the chain
   * @param listed the layers that are listed
   * @param followers the layers that follow
   * @param constant whether normalisation or a bias stands between the listed layers and the
   *     product, so that what meets the gate is a constant and not zero
   */
  record GateFollows(
      Window window,
      CoupledGroup group,
      List<Listed> listed,
      List<CoupledGroup.Join> followers,
      boolean constant)
      implements Verdict {}
}

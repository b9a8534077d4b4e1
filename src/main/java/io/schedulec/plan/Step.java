package io.schedulec.plan;

import io.schedulec.channel.Role;
import java.util.List;
import java.util.OptionalInt;

/** One thing that happens. */
public sealed interface Step {

  /**
   * Zeroes parts of tensors and keeps them zero until another mask of the same tensor replaces it.
   *
   * @param structures what is zeroed at a time
   * @param of how many structures each tensor has at that moment; empty where an earlier thinning
   *     of several groups together leaves that to the weights, and where every count would do
   * @param selection which of them are zeroed
   * @param tensors the parameters, in the order of the schedule's list, at least one
   */
  record Mask(Structures structures, OptionalInt of, Selection selection, List<String> tensors)
      implements Step {
    /** Copies the list. */
    public Mask {
      tensors = List.copyOf(tensors);
    }
  }

  /**
   * Removes channels from groups: those that are zero in every mask that was set on an axis of the
   * group in the given role, by any step since the group was thinned last.
   *
   * @param groups names of the groups; several where one mask covers them all, as that of a reader
   *     behind a concatenation does
   * @param role {@link io.schedulec.channel.Role#FILTERS} or {@link
   *     io.schedulec.channel.Role#CHANNELS}: the masks that count
   * @param before how many channels the groups have together; empty where the weights decide
   * @param after how many they keep together; empty where the weights decide
   * @param dead what becomes of the constants that removed channels emit
   */
  record Thin(
      List<String> groups, Role role, OptionalInt before, OptionalInt after, DeadChannels dead)
      implements Step {
    /** Copies the list. */
    public Thin {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Sets the learning rate; declared for whoever trains, nothing is done to the weights.
   *
   * @param instance the name of the scheduler in the schedule
   * @param call its class and settings
   */
  record LearningRate(String instance, Call call) implements Step {}
}

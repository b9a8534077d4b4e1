package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How many indices each axis has at a moment; nothing where the weights decide. */
final class Extents {
  private static final long UNKNOWN = -1;

  private final ModelTensors tensors;
  private final Map<Place, Long> changed = new HashMap<>();

  /** An axis of a tensor. */
  record Place(String tensor, int axis) {}

  Extents(ModelTensors tensors) {
    this.tensors = tensors;
  }

  /** The indices of an axis. */
  OptionalInt axis(String tensor, int axis) {
    long size = size(new Place(tensor, axis));
    return size < 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(size));
  }

  /** The elements of a tensor. */
  OptionalLong elements(String tensor) {
    long product = 1;
    for (int axis = 0; axis < shape(tensor).rank(); axis++) {
      long size = size(new Place(tensor, axis));
      if (size < 0) {
        return OptionalLong.empty();
      }
      product = Math.multiplyExact(product, size);
    }
    return OptionalLong.of(product);
  }

  /** Whether a tensor is as the model has it. */
  boolean untouched(String tensor) {
    return changed.keySet().stream().noneMatch(place -> place.tensor().equals(tensor));
  }

  private long size(Place place) {
    Long now = changed.get(place);
    return now != null ? now : shape(place.tensor()).dim(place.axis());
  }

  private Shape shape(String tensor) {
    return tensors.shape(tensor).orElseThrow();
  }

  /**
   * Removes channels from groups.
   *
   * @param removed how many from all of them together; empty where the weights decide
   */
  void remove(List<CoupledGroup> groups, OptionalInt removed) {
    Map<Place, Long> lost = new LinkedHashMap<>();
    for (CoupledGroup group : groups) {
      for (io.schedulec.channel.Member member : group.members()) {
        Place place = new Place(member.parameter().name(), member.axis());
        lost.computeIfAbsent(place, p -> lost(p, member.convInput(), groups, removed));
      }
    }
    lost.forEach((place, count) -> changed.put(place, minus(size(place), count)));
  }

  private static long minus(long size, long lost) {
    return size < 0 || lost < 0 ? UNKNOWN : size - lost;
  }

  /** How many indices an axis loses. */
  private long lost(
      Place place, boolean convInput, List<CoupledGroup> groups, OptionalInt removed) {
    if (convInput) {
      // Of a depthwise convolution the rows go, and each keeps its one column.
      return size(place) == 1 ? 0 : UNKNOWN;
    }
    long width = width(place, groups.get(0));
    for (CoupledGroup group : groups) {
      if (width(place, group) != width) {
        return UNKNOWN;
      }
    }
    return width < 0 || removed.isEmpty() ? UNKNOWN : width * removed.getAsInt();
  }

  /** How many indices of an axis go with each channel of a group. */
  private static long width(Place place, CoupledGroup group) {
    long width = 0;
    for (io.schedulec.channel.Member member : group.members()) {
      if (member.parameter().name().equals(place.tensor()) && member.axis() == place.axis()) {
        int first = member.indices().of(0).size();
        for (int channel = 1; channel < group.size(); channel++) {
          if (member.indices().of(channel).size() != first) {
            return UNKNOWN;
          }
        }
        width += first;
      }
    }
    return width;
  }
}

package io.schedulec.run;

import java.util.List;

/**
 * What an axis of a parameter lost.
 *
 * @param tensor the parameter's name
 * @param axis axis of the stored tensor
 * @param convInput whether indices count the input channels of a grouped convolution
 * @param indices the indices, ascending, numbered as just before
 */
public record Removed(String tensor, int axis, boolean convInput, List<Integer> indices) {
  /** Copies the indices. */
  public Removed {
    indices = List.copyOf(indices);
  }
}

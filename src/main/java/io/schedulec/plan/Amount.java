package io.schedulec.plan;

import io.schedulec.rate.AgpRamp;

/** A number that may change from epoch to epoch. */
public sealed interface Amount {

  /** Its value in an epoch. */
  double at(int epoch);

  /**
   * The same number in every epoch.
   *
   * @param value the number
   */
  record Fixed(double value) implements Amount {
    @Override
    public double at(int epoch) {
      return value;
    }
  }

  /**
   * The cubic ramp of automated gradual pruning (Zhu and Gupta 2017, equation 1), as Distiller
   * evaluates it: {@code end + (initial - end) * (1 - (epoch - first) / (last - first))^3}.
   *
   * @param initial the value at the first epoch
   * @param end the value at the last epoch
   * @param first the first epoch
   * @param last the last epoch, later than the first
   */
  record Agp(double initial, double end, int first, int last) implements Amount {
    @Override
    public double at(int epoch) {
      return AgpRamp.at(initial, end, (double) (epoch - first) / (last - first));
    }
  }

  /**
   * Two straight lines, one after the other, as Distiller's Baidu pruner raises its threshold
   * (Narang et al. 2017): {@code gentle * (epoch - first + 1) / per} before the turn, then {@code
   * (gentle * (turn - first + 1) + steep * (epoch - turn + 1)) / per}.
   *
   * @param gentle the slope before the turn
   * @param steep the slope from there on
   * @param first the first epoch
   * @param turn the epoch of the turn, not before the first
   * @param per in how many epochs the value rises by a slope, above 0
   */
  record Slopes(double gentle, double steep, int first, int turn, double per) implements Amount {
    @Override
    public double at(int epoch) {
      return epoch < turn
          ? gentle * (epoch - first + 1) / per
          : (gentle * (turn - first + 1) + steep * (epoch - turn + 1)) / per;
    }
  }
}

package io.schedulec.lower;

import io.schedulec.bind.ModelFacts;
import io.schedulec.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan makes of a model's size.
 *
 * @param start the model as it is
 * @param points after each epoch with a thinning, and at the end
 */
public record Statistics(Point start, List<Point> points) {
  /** Copies the list. */
  public Statistics {
    points = List.copyOf(points);
  }

  /** The counts of a plan, found without the weights. */
  public static Statistics of(Plan plan, ModelFacts facts) {
    Replay replay = new Replay(plan, facts);
    Point start = replay.point(-1);
    List<Point> points = new ArrayList<>();
    for (int epoch : replay.epochs()) {
      if (replay.carryOut(epoch)) {
        points.add(replay.point(epoch));
      }
    }
    int last = replay.epochs().isEmpty() ? 0 : replay.epochs().last();
    points.add(replay.point(last));
    return new Statistics(start, points);
  }
}

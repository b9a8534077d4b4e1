package io.schedulec.check;

import io.schedulec.bind.Structure;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.check.chain.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What holds channels in place, in words. */
final class ObstacleWords {
  private ObstacleWords() {}

  /** Whether filters are meant, and not input channels. */
  static boolean filters(Verdict.Unprunable verdict) {
    return verdict.window().structure() == Structure.FILTERS;
  }

  /** What is wrong, in one line. */
  static String message(Verdict.Unprunable verdict) {
    String layer = verdict.listed().get(0).weight().parameter().layer();
    int more = verdict.listed().size() - 1;
    String what =
        (filters(verdict) ? "filters" : "input channels")
            + " of `"
            + layer
            + "`"
            + (more > 0 ? " and " + more + " more" : "");
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.TrainerLimit limit) {
      return what + " " + limit.what();
    }
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return what + " " + held(held.frozen());
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation) {
      return what + (filters(verdict) ? " go into a concat" : " come out of a concat");
    }
    if (obstacle instanceof Verdict.Obstacle.Uneven) {
      return what + " meet layers of other widths behind a concat";
    }
    return what + " are single columns behind a flatten";
  }

  private static String held(Frozen frozen) {
    return switch (frozen.reason()) {
      case "graph-input" -> "are the model's input";
      case "graph-output" -> "are the model's output";
      case "unknown-op" -> "meet an operator that is not known";
      case "padded" -> "meet channels that are padded with zeros";
      case "control-flow" -> "go through a branch or a loop";
      case "reduced" -> "are reduced to one value";
      case "unknown-shape" -> "depend on a shape that is not known";
      default -> "are fixed by the graph";
    };
  }

  /** A word for scripts. */
  static String reason(Verdict.Unprunable verdict) {
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.TrainerLimit limit) {
      return limit.reason();
    }
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return held.frozen().reason();
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation) {
      return "concatenation";
    }
    return obstacle instanceof Verdict.Obstacle.Uneven ? "uneven" : "flattened-columns";
  }

  /** What would happen. */
  static String cause(Verdict.Unprunable verdict) {
    Verdict.Obstacle obstacle = verdict.obstacle();
    if (obstacle instanceof Verdict.Obstacle.TrainerLimit limit) {
      return limit.cause();
    }
    if (obstacle instanceof Verdict.Obstacle.Held held) {
      return heldCause(held.frozen(), verdict);
    }
    if (obstacle instanceof Verdict.Obstacle.Concatenation concat) {
      return ConcatSources.of(verdict, concat).cause();
    }
    if (obstacle instanceof Verdict.Obstacle.Uneven uneven) {
      return unevenCause(uneven);
    }
    int columns = ((Verdict.Obstacle.FlattenedColumns) obstacle).columns();
    return "Each channel owns "
        + columns
        + " columns here, one for each position of its map. Columns are ranked one by one, so "
        + "hardly ever all "
        + columns
        + " of a channel go, and the layers before can lose no filter.";
  }

  private static String heldCause(Frozen frozen, Verdict.Unprunable verdict) {
    if (frozen.reason().equals("graph-input")) {
      return "No layer produces them, so none can stop producing them.";
    }
    if (frozen.reason().equals("graph-output")) {
      return "Whoever calls the model expects all of them: a smaller output means other classes.";
    }
    String text = frozen.explanation();
    String sentence =
        text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    int size = verdict.group().size();
    return sentence + " All " + size + " channels have to stay.";
  }

  private static String unevenCause(Verdict.Obstacle.Uneven uneven) {
    List<String> widths = new ArrayList<>();
    uneven.groups().forEach(g -> widths.add(Integer.toString(g.size())));
    int all = uneven.groups().stream().mapToInt(CoupledGroup::size).sum();
    return uneven.wide().parameter().layer()
        + " has "
        + all
        + " filters, which meet layers of "
        + Words.list(widths)
        + " filters; one mask of a leader fits only layers of one width.";
  }
}

package io.schedulec.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Plans as text, in the one form in which equal plans are equal texts. Every line ends in {@code
 * \n}.
 */
public final class PlanPrinter {
  /** The version of the text that is written, and the only one that is read. */
  static final int VERSION = 1;

  private final CommentedLines lines = new CommentedLines();
  private final Comments comments;

  private PlanPrinter(Comments comments) {
    this.comments = comments;
  }

  /** A plan as text, with comments that its parser skips. */
  public static String print(Plan plan, Comments comments) {
    PlanPrinter printer = new PlanPrinter(comments);
    printer.header(plan.header());
    plan.groups().forEach(printer::group);
    for (int block = 0; block < plan.blocks().size(); block++) {
      printer.block(block, plan.blocks().get(block));
    }
    return printer.lines.toString();
  }

  private void header(Header header) {
    lines.add("plan " + VERSION);
    lines.add("schedule " + Quoting.text(header.schedule()) + " sha256:" + header.scheduleDigest());
    lines.add("model " + Quoting.text(header.model()) + " structure:" + header.structure());
    lines.add("  operators " + header.nodes() + " parameters " + header.parameters());
    lines.add("rounding " + rounding(header.rounding()));
    lines.end();
  }

  static String rounding(Rounding rounding) {
    if (rounding instanceof Rounding.Multiple multiple) {
      return "multiple:" + multiple.of();
    } else if (rounding instanceof Rounding.KeepFloor) {
      return "keep-floor";
    } else if (rounding instanceof Rounding.Distiller) {
      return "distiller";
    }
    throw new AssertionError(rounding);
  }

  private void group(Group group) {
    lines.add("");
    String name = Quoting.name(group.name());
    String comment = comments.groups().getOrDefault(group.name(), "");
    lines.add("group " + name + " size " + group.size() + " {", comment);
    MemberLines.add(group.members(), lines);
    for (Group.Balance balance : group.balances()) {
      String tensor = Quoting.name(balance.tensor());
      lines.add("  balance " + balance.blocks() + " by " + tensor + " axis " + balance.axis());
    }
    lines.add("}");
    lines.end();
  }

  private void block(int place, Block block) {
    lines.add("");
    List<Integer> epochs = block.epochs();
    if (epochs.size() == 1) {
      lines.add("epoch " + epochs.get(0) + " {");
    } else {
      lines.wrap(0, "epochs", separated(Runs.epochs(epochs)), " {", "");
    }
    for (int step = 0; step < block.steps().size(); step++) {
      step(block.steps().get(step), comments.step(place, step));
    }
    lines.add("}");
    lines.end();
  }

  /** Items with a comma after each but the last. */
  static List<String> separated(List<String> items) {
    List<String> words = new ArrayList<>(items);
    for (int i = 0; i < words.size() - 1; i++) {
      words.set(i, words.get(i) + ",");
    }
    return words;
  }

  private void step(Step step, String comment) {
    if (step instanceof Step.Mask mask) {
      mask(mask, comment);
    } else if (step instanceof Step.Thin thin) {
      lines.add("  " + thin(thin), comment);
    } else if (step instanceof Step.LearningRate rate) {
      String start = "rate " + Quoting.name(rate.instance());
      lines.wrap(2, start, CallText.words(rate.call()), "", comment);
    } else {
      throw new AssertionError(step);
    }
  }

  private void mask(Step.Mask mask, String comment) {
    StringBuilder line = new StringBuilder("  mask ").append(structures(mask.structures()));
    mask.of().ifPresent(count -> line.append(" of ").append(count));
    line.append(' ').append(selection(mask)).append(" {");
    lines.add(line.toString(), comment);
    for (String tensor : mask.tensors()) {
      lines.add("    " + Quoting.name(tensor));
    }
    lines.add("  }");
  }

  private static String structures(Structures structures) {
    if (structures instanceof Structures.Axis axis) {
      return "axis " + axis.axis();
    } else if (structures instanceof Structures.Elements) {
      return "elements";
    }
    throw new AssertionError(structures);
  }

  private static String selection(Step.Mask mask) {
    if (mask.selection() instanceof Selection.Lowest lowest) {
      return "lowest " + Ramps.text(lowest.share()) + ranking(mask.structures(), lowest);
    } else if (mask.selection() instanceof Selection.Below below) {
      return "below " + Ramps.text(below.threshold());
    }
    throw new AssertionError(mask.selection());
  }

  /** Single elements are ranked by their magnitude, each tensor by itself: that is not said. */
  private static String ranking(Structures structures, Selection.Lowest lowest) {
    boolean plain = lowest.criterion() == Criterion.L1 && lowest.leader().isEmpty();
    if (plain && structures instanceof Structures.Elements) {
      return "";
    }
    String leader = lowest.leader().map(name -> " of " + Quoting.name(name)).orElse("");
    return " by " + lowest.criterion().word() + leader;
  }

  private static String thin(Step.Thin thin) {
    String groups = String.join(", ", thin.groups().stream().map(Quoting::name).toList());
    String counts = count(thin.before()) + " -> " + count(thin.after());
    return "thin " + groups + " " + thin.role().word() + " " + counts + " " + thin.dead().word();
  }

  private static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "?";
  }
}

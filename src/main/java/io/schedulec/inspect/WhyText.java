package io.schedulec.inspect;

import io.schedulec.channel.AxisExplanation;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Coupling;
import io.schedulec.channel.Explanations;
import io.schedulec.channel.Holding;
import io.schedulec.channel.IndexRanges;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.List;

/** For people: what holds the channels of a weight, and what they are coupled with. */
public final class WhyText {
  /** So many rows tell the rest, as in findings. */
  private static final int MOST_ROWS = 8;

  /** The same for each of several groups of one axis. */
  private static final int FEW_ROWS = 4;

  /** Of an axis with parts in many groups, so many are told in full. */
  private static final int MOST_PARTS = 4;

  private static final int MOST_REASONS = 4;
  private static final int MOST_RANGES = 6;

  private final NodeWords names;
  private final Paragraphs out;

  private WhyText(ModelGraph graph, int width, boolean ascii) {
    this.names = new NodeWords(graph);
    this.out = new Paragraphs(width, ascii);
  }

  /** What is known of one weight, or how two are coupled. */
  public static String of(
      ModelGraph graph,
      Explanations explanations,
      List<Parameter> weights,
      int width,
      boolean ascii) {
    WhyText text = new WhyText(graph, width, ascii);
    Parameter weight = weights.get(0);
    if (weights.size() > 1) {
      text.pair(explanations.axes(weight.name()), weight, weights.get(1));
    } else {
      text.weight(explanations.axes(weight.name()), weight);
    }
    return text.out.toString();
  }

  private void weight(List<AxisExplanation> axes, Parameter weight) {
    out.prose(0, weight.name() + " " + weight.shape());
    if (axes.isEmpty()) {
      out.prose(2, "no operator that the analysis knows uses its axes as channels");
    }
    int parts = 0;
    for (int i = 0; i < axes.size(); i++) {
      boolean another = i == 0 || axes.get(i).member().axis() != axes.get(i - 1).member().axis();
      parts = another ? 1 : parts + 1;
      if (parts <= MOST_PARTS || !axes.get(i).group().prunable()) {
        axis(axes.get(i));
      } else {
        brief(axes.get(i), parts == MOST_PARTS + 1);
      }
    }
  }

  /** A line for a part of an axis that has many; the way to its layers is much like theirs. */
  private void brief(AxisExplanation axis, boolean first) {
    if (first) {
      out.blank();
    }
    out.prose(0, title(axis));
  }

  private void pair(List<AxisExplanation> axes, Parameter weight, Parameter other) {
    boolean coupled = false;
    for (AxisExplanation axis : axes) {
      for (Coupling coupling : axis.couplings()) {
        if (coupling.member().parameter().name().equals(other.name())) {
          pair(axis, coupling, coupled);
          coupled = true;
        }
      }
    }
    if (!coupled) {
      String names = weight.name() + " and " + other.name();
      out.prose(0, names + " are not coupled: no channel of one is a channel of the other");
    }
  }

  private void pair(AxisExplanation axis, Coupling coupling, boolean further) {
    if (further) {
      out.blank();
    }
    CoupledGroup group = axis.group();
    Member other = coupling.member();
    out.prose(0, axis.member().parameter().name() + ", " + place(axis.member()));
    out.prose(0, other.parameter().name() + ", " + place(other));
    out.prose(2, "share " + count(group) + ", group " + group.id() + state(group));
    out.trace(2, TraceWords.of(names, coupling.trace()));
  }

  private void axis(AxisExplanation axis) {
    out.blank();
    out.prose(0, title(axis));
    int told = Math.min(MOST_REASONS, axis.holdings().size());
    for (Holding holding : axis.holdings().subList(0, told)) {
      holding(holding);
    }
    couplings(axis);
    for (Constraint constraint : axis.group().constraints()) {
      String blocks = "as many must go from each of " + constraint.blocks() + " blocks because of ";
      out.prose(2, blocks + constraint.tensor() + " axis " + constraint.axis());
    }
  }

  private static String title(AxisExplanation axis) {
    CoupledGroup group = axis.group();
    String part = axis.channels().all() ? "" : " " + ranges(axis.channels());
    int each = axis.channels().count() / group.size();
    String several = each > 1 ? ", " + each + " indices each" : "";
    String place = place(axis.member()) + part;
    return place + ": " + count(group) + several + ", group " + group.id() + state(group);
  }

  private static String place(Member member) {
    return "axis " + member.axis() + " " + role(member);
  }

  private static String role(Member member) {
    return member.role().word() + (member.depthwise() ? " (depthwise)" : "");
  }

  private static String count(CoupledGroup group) {
    return group.size() + (group.size() == 1 ? " channel" : " channels");
  }

  private static String state(CoupledGroup group) {
    return group.prunable() ? ", prunable" : ", not prunable";
  }

  private static String ranges(IndexRanges ranges) {
    List<String> words = new ArrayList<>();
    for (IndexRanges.Range range : ranges.ranges()) {
      words.add(range.toString());
    }
    if (words.size() > MOST_RANGES) {
      words.subList(MOST_RANGES, words.size()).clear();
      words.add("…");
    }
    return String.join(", ", words);
  }

  private void holding(Holding holding) {
    String which = holding.channels().all() ? "" : " " + ranges(holding.channels());
    out.prose(2, holding.reason().word() + which + ": " + holding.reason().sentence());
    out.trace(4, TraceWords.of(names, holding));
  }

  private void couplings(AxisExplanation axis) {
    List<List<String>> rows = new ArrayList<>();
    for (Coupling coupling : layers(axis)) {
      Member member = coupling.member();
      String meeting = TraceWords.meeting(TraceWords.of(names, coupling.trace()));
      rows.add(List.of(NodeWords.name(member.parameter()), role(member), meeting));
    }
    if (rows.isEmpty()) {
      out.prose(2, "coupled with no other layer");
      return;
    }
    out.prose(2, "coupled with " + rows.size() + (rows.size() == 1 ? " layer" : " layers"));
    int most = axis.channels().all() ? MOST_ROWS : FEW_ROWS;
    int more = rows.size() - most;
    out.rows(4, more > 1 ? rows.subList(0, most) : rows);
    if (more > 1) {
      out.prose(4, "… " + more + " more (schedulec inspect --groups)");
    }
  }

  private static List<Coupling> layers(AxisExplanation axis) {
    List<Coupling> layers = new ArrayList<>();
    for (Coupling coupling : axis.couplings()) {
      Member member = coupling.member();
      if (member.writer() || member.reader() || member.depthwise()) {
        layers.add(coupling);
      }
    }
    return layers;
  }
}

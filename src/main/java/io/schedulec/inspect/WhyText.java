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

/** For people: why the channels of a weight can be removed or not, and what goes with them. */
public final class WhyText {
  /** A drawing has at most so many rows, as in findings. */
  private static final int MOST = 8;

  private final NodeWords names;
  private final Paragraphs out;

  private WhyText(ModelGraph graph, int width, boolean ascii) {
    this.names = new NodeWords(graph);
    this.out = new Paragraphs(width, ascii);
  }

  /** What is known of one weight. */
  public static String of(
      ModelGraph graph, Explanations explanations, Parameter weight, int width, boolean ascii) {
    WhyText text = new WhyText(graph, width, ascii);
    List<AxisExplanation> axes = explanations.axes(weight.name());
    text.out.line(0, weight.name() + " " + weight.shape());
    if (axes.isEmpty()) {
      text.out.line(2, "no operator of the model uses its axes as channels");
    }
    for (AxisExplanation axis : axes) {
      text.axis(axis);
    }
    return text.out.toString();
  }

  private void axis(AxisExplanation axis) {
    CoupledGroup group = axis.group();
    out.blank();
    out.line(0, title(axis));
    for (Holding holding : axis.holdings()) {
      holding(holding);
    }
    couplings(axis);
    for (Constraint constraint : group.constraints()) {
      out.line(
          2, "as many from each of " + constraint.blocks() + " blocks, for " + constraint.tensor());
    }
  }

  private static String title(AxisExplanation axis) {
    CoupledGroup group = axis.group();
    StringBuilder title = new StringBuilder("axis " + axis.member().axis());
    title.append(", ").append(role(axis.member()));
    if (!axis.channels().all()) {
      title.append(' ').append(ranges(axis.channels()));
    }
    title.append(": group ").append(group.id()).append(" of ").append(group.size());
    title.append(group.size() == 1 ? " channel" : " channels");
    title.append(group.prunable() ? ", prunable" : ", not prunable");
    return title.toString();
  }

  private static String role(Member member) {
    return member.depthwise() ? "filters (depthwise)" : member.role().word();
  }

  private static String ranges(IndexRanges ranges) {
    List<String> words = new ArrayList<>();
    for (IndexRanges.Range range : ranges.ranges()) {
      words.add(range.toString());
    }
    return words.size() > MOST
        ? String.join(", ", words.subList(0, MOST)) + ", …"
        : String.join(", ", words);
  }

  private void holding(Holding holding) {
    String which = holding.channels().all() ? "" : " (" + ranges(holding.channels()) + ")";
    out.line(2, holding.reason().word() + which + ": " + holding.reason().sentence());
    out.trace(6, TraceWords.of(names, holding));
  }

  private void couplings(AxisExplanation axis) {
    List<Coupling> layers = new ArrayList<>();
    for (Coupling coupling : axis.couplings()) {
      Member member = coupling.member();
      if (member.writer() || member.reader() || member.depthwise()) {
        layers.add(coupling);
      }
    }
    if (layers.isEmpty()) {
      out.line(2, "coupled with no other layer");
      return;
    }
    out.line(2, "coupled with " + layers.size() + (layers.size() == 1 ? " layer" : " layers"));
    for (Coupling coupling : layers.subList(0, Math.min(MOST, layers.size()))) {
      out.trace(6, TraceWords.of(names, coupling.trace()));
    }
  }
}

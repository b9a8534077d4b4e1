package io.schedulec.testing;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.shape.ShapeInference;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups as lines that tests can be read by, e.g. {@code 8 free: a.weight@0 filters, b.weight@1
 * channels [0,1][2,3]}.
 */
public final class GroupText {
  private GroupText() {}

  /** The groups of a model, one line each. */
  public static List<String> of(ModelGraph graph) {
    return of(ChannelAnalysis.of(graph, ShapeInference.of(graph)));
  }

  /** One line for each group. */
  public static List<String> of(ChannelSpaces spaces) {
    List<String> lines = new ArrayList<>();
    for (CoupledGroup group : spaces.groups()) {
      List<String> members = new ArrayList<>();
      for (Member member : group.members()) {
        members.add(member(member, group.size()));
      }
      lines.add(group.size() + " " + state(group) + ": " + String.join(", ", members));
    }
    return lines;
  }

  private static String state(CoupledGroup group) {
    List<String> words = new ArrayList<>();
    for (Frozen frozen : group.frozen()) {
      if (!words.contains(frozen.reason())) {
        words.add(frozen.reason());
      }
    }
    StringBuilder text = new StringBuilder(words.isEmpty() ? "free" : String.join("+", words));
    for (Constraint constraint : group.constraints()) {
      text.append(" /").append(constraint.blocks());
    }
    return text.toString();
  }

  private static String member(Member member, int size) {
    StringBuilder text = new StringBuilder();
    text.append(member.parameter().name()).append('@').append(member.axis()).append(' ');
    text.append(member.depthwise() ? "depthwise" : member.role().word());
    if (member.convInput()) {
      text.append(" conv-input");
    }
    if (!member.indices().identity()) {
      text.append(' ');
      for (int i = 0; i < size; i++) {
        text.append(member.indices().of(i).toString().replace(" ", ""));
      }
    }
    return text.toString();
  }
}

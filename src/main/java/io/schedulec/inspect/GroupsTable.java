package io.schedulec.inspect;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Frozen;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.List;

/** The groups of a model for people: who writes the channels, who reads them, what holds them. */
public final class GroupsTable {
  /** Biases and normalisation go with their layers; a few names show which. */
  private static final int MOST_OTHERS = 4;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private GroupsTable(int width) {
    this.width = width;
  }

  /** The text, at most {@code width} columns wide where names allow it. */
  public static String of(ChannelSpaces spaces, int width) {
    GroupsTable table = new GroupsTable(width);
    for (CoupledGroup group : spaces.groups()) {
      table.group(group);
    }
    table.summary(spaces);
    return table.out.toString();
  }

  private void group(CoupledGroup group) {
    String state = group.prunable() ? "" : ", fixed";
    out.append("group ").append(group.id()).append(", ");
    out.append(group.size()).append(group.size() == 1 ? " channel" : " channels");
    out.append(state).append('\n');
    names("written by", group, true);
    names("read by", group, false);
    others(group);
    for (Frozen frozen : group.frozen()) {
      wrapped("fixed", List.of(frozen.reason() + ": " + frozen.explanation()));
    }
    for (Constraint constraint : group.constraints()) {
      wrapped(
          "blocks",
          List.of(
              "as many from each of " + constraint.blocks() + " blocks, " + constraint.tensor()));
    }
    out.append('\n');
  }

  private void names(String title, CoupledGroup group, boolean writers) {
    List<String> names = new ArrayList<>();
    for (Member member : group.members()) {
      boolean depthwise = member.depthwise();
      if (writers ? member.writer() || depthwise : member.reader()) {
        String columns = columns(member);
        names.add(member.parameter().name() + (depthwise ? " (depthwise)" : columns));
      }
    }
    wrapped(title, names);
  }

  private static String columns(Member member) {
    if (member.indices().identity()) {
      return "";
    }
    List<Integer> first = member.indices().of(0);
    int each = first.size();
    return each > 1 ? " (" + each + " each)" : " (from " + first.get(0) + ")";
  }

  private void others(CoupledGroup group) {
    List<String> names = new ArrayList<>();
    for (Member member : group.members()) {
      if (!member.writer() && !member.depthwise() && !member.reader()) {
        names.add(member.parameter().name());
      }
    }
    if (names.size() > MOST_OTHERS) {
      int more = names.size() - MOST_OTHERS + 1;
      names.subList(MOST_OTHERS - 1, names.size()).clear();
      names.add(more + " more");
    }
    wrapped("with", names);
  }

  private void wrapped(String title, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    String indent = " ".repeat(14);
    StringBuilder line = new StringBuilder("  " + title);
    line.append(" ".repeat(Math.max(1, indent.length() - line.length())));
    boolean first = true;
    for (int i = 0; i < names.size(); i++) {
      for (String word : (names.get(i) + (i < names.size() - 1 ? "," : "")).split(" ", -1)) {
        if (!first && line.length() + 1 + word.length() > width) {
          out.append(line.toString().stripTrailing()).append('\n');
          line = new StringBuilder(indent);
          first = true;
        }
        line.append(first ? "" : " ").append(word);
        first = false;
      }
    }
    out.append(line).append('\n');
  }

  private void summary(ChannelSpaces spaces) {
    int prunable = 0;
    for (CoupledGroup group : spaces.groups()) {
      prunable += group.prunable() ? 1 : 0;
    }
    out.append(spaces.groups().size()).append(" groups, ");
    out.append(prunable).append(" of them prunable\n");
  }
}

package io.schedulec.inspect.draw;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is said of the groups of a model; each is counted once. */
final class GroupTexts {
  /** A group of a large model has hundreds of members; some show what it is. */
  private static final int MOST_MEMBERS = 40;

  private final ChannelSpaces spaces;
  private final Map<Integer, String> known = new HashMap<>();

  GroupTexts(ChannelSpaces spaces) {
    this.spaces = spaces;
  }

  CoupledGroup group(int id) {
    return spaces.groups().get(id);
  }

  /** A group in a few words. */
  String of(int id) {
    return known.computeIfAbsent(id, unknown -> text(group(unknown)));
  }

  private static String text(CoupledGroup group) {
    return "group "
        + group.id()
        + ": "
        + Texts.count(group.size(), "channel")
        + ", "
        + Texts.count(group.writers().size(), "writer")
        + ", "
        + Texts.count(group.readers().size(), "reader")
        + (group.prunable() ? "" : ", fixed: " + group.frozen().get(0).reason());
  }

  /** A group and its members, one line each. */
  String members(int id) {
    List<Member> members = group(id).members();
    List<String> lines = new ArrayList<>(List.of(of(id)));
    int shown = Math.min(members.size(), MOST_MEMBERS);
    for (Member member : members.subList(0, shown)) {
      lines.add(member.parameter().name() + " axis " + member.axis() + " " + member.role().word());
    }
    if (shown < members.size()) {
      lines.add("and " + (members.size() - shown) + " more");
    }
    return Texts.lines(lines);
  }
}

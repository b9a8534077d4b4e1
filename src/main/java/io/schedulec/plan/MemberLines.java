package io.schedulec.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The members of a group, one a line; neighbours that differ only in the last part of their names
 * share a line, e.g. {@code bn1.{weight, bias} axis 0 norm}.
 */
final class MemberLines {
  private static final int LONGEST_LIST = 40;

  private MemberLines() {}

  static void add(List<Member> members, CommentedLines lines) {
    int at = 0;
    while (at < members.size()) {
      int end = at + 1;
      while (end < members.size() && alike(members.get(at), members.get(end))) {
        end++;
      }
      add(members.subList(at, end), members.get(at), lines);
      at = end;
    }
  }

  private static boolean alike(Member a, Member b) {
    String layer = layer(a);
    return !layer.isEmpty()
        && layer.equals(layer(b))
        && a.axis() == b.axis()
        && a.role() == b.role()
        && a.convInput() == b.convInput()
        && a.indices().equals(b.indices());
  }

  /** A name up to and with its last full stop, or nothing. */
  private static String layer(Member member) {
    return member.tensor().substring(0, member.tensor().lastIndexOf('.') + 1);
  }

  private static void add(List<Member> alike, Member first, CommentedLines lines) {
    String start = names(alike, first) + " axis " + first.axis() + " " + first.role().word();
    List<String> words = new ArrayList<>(numbering(first.indices()));
    if (first.convInput()) {
      words.add("grouped");
    }
    lines.wrap(2, start, words, "", "");
  }

  private static String names(List<Member> alike, Member first) {
    if (alike.size() == 1) {
      return Quoting.name(first.tensor());
    }
    String layer = layer(first);
    List<String> parts = new ArrayList<>();
    for (Member member : alike) {
      parts.add(Quoting.name(member.tensor().substring(layer.length())));
    }
    return Quoting.prefix(layer) + "{" + String.join(", ", parts) + "}";
  }

  private static List<String> numbering(Indices indices) {
    if (indices instanceof Indices.Runs runs) {
      return numbering(runs);
    } else if (indices instanceof Indices.Table table) {
      return numbering(table);
    }
    throw new AssertionError(indices);
  }

  private static List<String> numbering(Indices.Runs runs) {
    List<String> words = new ArrayList<>();
    if (!runs.offsets().equals(List.of(0))) {
      words.add("at");
      words.addAll(PlanPrinter.separated(runs.offsets().stream().map(String::valueOf).toList()));
    }
    if (runs.stride() == runs.width() && runs.stride() != 1) {
      words.add("each " + runs.stride());
      return words;
    }
    if (runs.stride() != 1) {
      words.add("step " + runs.stride());
    }
    if (runs.width() != 1) {
      words.add("width " + runs.width());
    }
    return words;
  }

  private static List<String> numbering(Indices.Table table) {
    List<String> words = new ArrayList<>(List.of("table"));
    for (List<Integer> list : table.lists()) {
      words.addAll(list(Runs.indices(list)));
    }
    return words;
  }

  /** A list as one word, or as several where it is too long to stand on one line. */
  private static List<String> list(List<String> items) {
    String whole = "[" + String.join(", ", items) + "]";
    if (whole.length() <= LONGEST_LIST) {
      return List.of(whole);
    }
    List<String> words = PlanPrinter.separated(items);
    words.set(0, "[" + words.get(0));
    words.set(words.size() - 1, words.get(words.size() - 1) + "]");
    return words;
  }
}

package io.schedulec.check.chain;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.diagnostic.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Drawings of chains. */
public final class ChainFigures {
  private ChainFigures() {}

  /**
   * The writers of a chain and the operators at which they meet, then the depthwise layers that are
   * listed, which follow.
   */
  public static Figure writers(BoundSchedule schedule, CoupledGroup group, Set<String> listed) {
    List<Figure.Joins.Joined> rows = new ArrayList<>();
    for (CoupledGroup.Join join : group.joins()) {
      String name = join.writer().parameter().name();
      if (join.writer().writer() || listed.contains(name)) {
        rows.add(
            new Figure.Joins.Joined(
                join.writer().parameter().layer(),
                group.size(),
                listed.contains(name),
                rows.isEmpty() ? "" : operator(join)));
      }
    }
    for (Member member : group.members()) {
      String name = member.parameter().name();
      if (member.depthwise() && member.role() == Role.FILTERS && listed.contains(name)) {
        rows.add(new Figure.Joins.Joined(member.parameter().layer(), group.size(), true, ""));
      }
    }
    return new Figure.Joins(caption(schedule, group), rows, lastReader(group));
  }

  /** The readers of a chain, which all read the same channels. */
  public static Figure readers(
      BoundSchedule schedule, List<CoupledGroup> chain, Set<String> listed) {
    CoupledGroup group = chain.get(0);
    List<Figure.Joins.Joined> rows = new ArrayList<>();
    for (Member reader : group.readers()) {
      boolean marked = listed.contains(reader.parameter().name());
      rows.add(
          new Figure.Joins.Joined(reader.parameter().layer(), read(chain, reader), marked, ""));
    }
    boolean one = chain.size() == 1 && !group.writers().isEmpty();
    String from = one ? ", written by " + firstWriter(group) : "";
    String model = schedule.facts().graph().name();
    return new Figure.Joins(model + ", layers that read the same channels" + from, rows, "");
  }

  private static int read(List<CoupledGroup> chain, Member reader) {
    return chain.stream()
        .filter(
            g ->
                g.readers().stream()
                    .anyMatch(r -> r.parameter().name().equals(reader.parameter().name())))
        .mapToInt(CoupledGroup::size)
        .sum();
  }

  private static String firstWriter(CoupledGroup group) {
    List<Member> writers = group.writers();
    String first = writers.get(0).parameter().layer();
    return writers.size() == 1 ? first : first + " and " + (writers.size() - 1) + " more";
  }

  private static String caption(BoundSchedule schedule, CoupledGroup group) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> seen = new java.util.HashSet<>();
    for (CoupledGroup.Join join : group.joins()) {
      if (!join.operator().isEmpty() && seen.add(join.node())) {
        counts.merge(noun(join.operator()), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((noun, n) -> parts.add(n + " " + noun + (n == 1 ? "" : "s")));
    String model = schedule.facts().graph().name();
    return parts.isEmpty() ? model : model + ", channels tied by " + String.join(" and ", parts);
  }

  private static String noun(String operator) {
    return switch (operator) {
      case "Add", "Sum" -> "residual add";
      case "Mul" -> "multiplication";
      default -> operator;
    };
  }

  private static String lastReader(CoupledGroup group) {
    List<Member> readers = group.readers();
    return readers.isEmpty() ? "" : readers.get(readers.size() - 1).parameter().layer();
  }

  /** The name of a joining operator for people, e.g. {@code Add 3.0}. */
  public static String operator(CoupledGroup.Join join) {
    if (join.operator().isEmpty()) {
      return "";
    }
    String place = place(join.scope());
    return join.operator() + " " + (place.isEmpty() ? join.node() : place);
  }

  /** All joining operators of a chain, e.g. {@code Add 3.0, 3.1 and 3.2}. */
  public static List<String> operators(CoupledGroup group) {
    List<String> names = new ArrayList<>();
    for (CoupledGroup.Join join : group.joins()) {
      String name = operator(join);
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The same in few words: {@code Add 3.0, 3.1, 3.2}; a long list is cut in the middle. */
  public static String places(CoupledGroup group) {
    StringBuilder out = new StringBuilder();
    String last = "";
    List<String> names = operators(group);
    for (int i = 0; i < names.size(); i++) {
      if (names.size() > 5 && i >= 3 && i < names.size() - 1) {
        out.append(i == 3 ? ", …" : "");
        continue;
      }
      String name = names.get(i);
      int space = name.indexOf(' ');
      boolean same = name.substring(0, space).equals(last);
      out.append(i == 0 ? "" : ", ").append(same ? name.substring(space + 1) : name);
      last = name.substring(0, space);
    }
    return out.toString();
  }

  /**
   * A module path as short as people say it: {@code layer3.0.residual_eltwiseadd} is {@code 3.0},
   * {@code features.3} stays.
   */
  public static String place(String scope) {
    String place = scope;
    int dot = place.lastIndexOf('.');
    if (dot > 0 && !endsInDigit(place) && endsInDigit(place.substring(0, dot))) {
      place = place.substring(0, dot);
    }
    boolean stage =
        place.toLowerCase(Locale.ROOT).startsWith("layer")
            && place.length() > 5
            && Character.isDigit(place.charAt(5));
    return stage ? place.substring(5) : place;
  }

  private static boolean endsInDigit(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }
}

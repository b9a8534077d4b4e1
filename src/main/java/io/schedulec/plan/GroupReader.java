package io.schedulec.plan;

import io.schedulec.channel.Role;
import io.schedulec.grammar.PlanParser.BalanceContext;
import io.schedulec.grammar.PlanParser.GroupContext;
import io.schedulec.grammar.PlanParser.IndicesContext;
import io.schedulec.grammar.PlanParser.MemberContext;
import io.schedulec.grammar.PlanParser.NameContext;
import io.schedulec.grammar.PlanParser.NumberingContext;
import io.schedulec.plan.Places.GroupPlaces;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads one group. */
final class GroupReader {
  private final Literals literals;
  private final GroupContext context;
  private final List<Member> members = new ArrayList<>();
  private final List<Span> memberPlaces = new ArrayList<>();

  GroupReader(Literals literals, GroupContext context) {
    this.literals = literals;
    this.context = context;
    context.member().forEach(this::member);
  }

  Group group() {
    return new Group(
        literals.name(context.name()),
        literals.whole(context.size),
        members,
        context.balance().stream().map(this::balance).toList());
  }

  GroupPlaces places() {
    return new GroupPlaces(
        Literals.span(context.name()),
        Literals.span(context.size),
        memberPlaces,
        context.balance().stream().map(Literals::span).toList());
  }

  private Group.Balance balance(BalanceContext balance) {
    String tensor = literals.name(balance.name());
    return new Group.Balance(literals.whole(balance.blocks), tensor, literals.whole(balance.axis));
  }

  private void member(MemberContext member) {
    int axis = literals.whole(member.axis);
    Role role = literals.choice(member.role().getStart(), List.of(Role.values()), Role::word);
    Indices indices = indices(member.numbering());
    for (String tensor : tensors(member)) {
      members.add(new Member(tensor, axis, role, indices, member.grouped != null));
      memberPlaces.add(Literals.span(member));
    }
  }

  private List<String> tensors(MemberContext member) {
    String name = literals.name(member.name());
    if (member.parts() == null) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    for (NameContext part : member.parts().name()) {
      names.add(name + literals.name(part));
    }
    return names;
  }

  private Indices indices(NumberingContext numbering) {
    if (!numbering.indices().isEmpty()) {
      List<List<Integer>> lists = new ArrayList<>();
      for (IndicesContext list : numbering.indices()) {
        lists.add(literals.indices(list.range()));
      }
      return new Indices.Table(lists);
    }
    int stride = orOne(numbering.each == null ? numbering.stride : numbering.each);
    int width = orOne(numbering.each == null ? numbering.width : numbering.each);
    return new Indices.Runs(offsets(numbering), stride, width);
  }

  private int orOne(@Nullable Token token) {
    return token == null ? 1 : literals.whole(token);
  }

  private List<Integer> offsets(NumberingContext numbering) {
    if (numbering.offsets() == null) {
      return List.of(0);
    }
    List<Integer> offsets = new ArrayList<>();
    for (TerminalNode offset : numbering.offsets().INT()) {
      offsets.add(literals.whole(offset.getSymbol()));
    }
    return offsets;
  }
}

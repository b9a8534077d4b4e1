package io.schedulec.plan;

import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.Constraint;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.plan.Places.GroupPlaces;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the groups of a plan with those of a model. */
final class GroupVerifier {
  private final ParsedPlan parsed;
  private final ChannelSpaces spaces;
  private final ModelTensors tensors;
  private final Problems problems;
  private final Map<String, CoupledGroup> found = new LinkedHashMap<>();
  private final Map<Integer, String> owners = new HashMap<>();

  GroupVerifier(ParsedPlan parsed, ChannelSpaces spaces, ModelTensors tensors, Problems problems) {
    this.parsed = parsed;
    this.spaces = spaces;
    this.tensors = tensors;
    this.problems = problems;
  }

  /** The model's group behind each group of the plan. */
  Map<String, CoupledGroup> check() {
    List<Group> groups = parsed.plan().groups();
    for (int i = 0; i < groups.size(); i++) {
      check(groups.get(i), parsed.places().groups().get(i));
    }
    return found;
  }

  private void check(Group group, GroupPlaces at) {
    String name = "`" + group.name() + "`";
    if (found.containsKey(group.name())) {
      problems.broken(at.name(), "there are two groups " + name, "the second one");
    } else if (inRange(group, at)) {
      Optional<CoupledGroup> real = new GroupMatch(spaces, group).closest();
      if (real.isEmpty()) {
        String message = "the model has no group with the members of " + name;
        problems.differs(at.name(), message, "no such group");
      } else {
        found.put(group.name(), real.get());
        compare(group, at, real.get());
      }
    }
  }

  private boolean inRange(Group group, GroupPlaces at) {
    boolean fine = true;
    for (int i = 0; i < group.members().size(); i++) {
      Member member = group.members().get(i);
      Optional<String> objection = objection(member, group.size());
      if (objection.isPresent()) {
        problems.differs(at.members().get(i), objection.get(), "not in the model");
        fine = false;
      }
    }
    return fine;
  }

  private Optional<String> objection(Member member, int channels) {
    Optional<String> axis = tensors.objection(member.tensor(), member.axis());
    if (axis.isPresent() || member.convInput()) {
      return axis;
    }
    long size = tensors.shape(member.tensor()).orElseThrow().dim(member.axis());
    long largest = Numbering.largest(member.indices(), channels);
    return largest < size
        ? Optional.empty()
        : Optional.of(
            "`%s` has %d indices on axis %d, so none is index %d"
                .formatted(member.tensor(), size, member.axis(), largest));
  }

  private void compare(Group group, GroupPlaces at, CoupledGroup real) {
    String name = "`" + group.name() + "`";
    String owner = owners.putIfAbsent(real.id(), group.name());
    if (owner != null) {
      String message = "groups `" + owner + "` and " + name + " overlap";
      problems.broken(at.name(), message, "the same channels again");
    } else if (group.size() != real.size()) {
      String message = "group %s has %d channels, not %d";
      problems.differs(
          at.size(),
          message.formatted(name, real.size(), group.size()),
          "the model has " + real.size());
    } else {
      compareMembers(group, at, real);
      compareBalances(group, at, real);
      if (!real.prunable()) {
        String why = real.frozen().get(0).explanation();
        problems.differs(at.name(), "group " + name + " cannot be thinned", why);
      }
    }
  }

  private void compareMembers(Group group, GroupPlaces at, CoupledGroup real) {
    List<io.schedulec.channel.Member> missing = new ArrayList<>(real.members());
    for (int i = 0; i < group.members().size(); i++) {
      Member member = group.members().get(i);
      if (!remove(missing, member, real.size(), true)) {
        surplus(group, member, at.members().get(i), remove(missing, member, real.size(), false));
      }
    }
    for (io.schedulec.channel.Member member : missing) {
      String place = "`" + member.parameter().name() + "` axis " + member.axis();
      String message = "group `" + group.name() + "` leaves out " + place;
      problems.differs(at.name(), message, place + " loses the same channels");
    }
  }

  private static boolean remove(
      List<io.schedulec.channel.Member> from, Member member, int channels, boolean exact) {
    for (int i = 0; i < from.size(); i++) {
      if (GroupMatch.sameAxis(member, from.get(i))
          && (!exact || Numbering.same(member.indices(), from.get(i).indices(), channels))) {
        from.remove(i);
        return true;
      }
    }
    return false;
  }

  private void surplus(Group group, Member member, Span at, boolean renumbered) {
    String place = "`" + member.tensor() + "` axis " + member.axis();
    if (renumbered) {
      String message = "other indices of " + place + " go with the channels of `%s`";
      problems.differs(at, message.formatted(group.name()), "not these indices");
    } else {
      String message = place + " does not belong to group `" + group.name() + "`";
      problems.differs(at, message, "loses no channels of this group");
    }
  }

  private void compareBalances(Group group, GroupPlaces at, CoupledGroup real) {
    List<Group.Balance> missing = new ArrayList<>();
    for (Constraint demand : real.constraints()) {
      missing.add(new Group.Balance(demand.blocks(), demand.tensor(), demand.axis()));
    }
    for (int i = 0; i < group.balances().size(); i++) {
      if (!missing.remove(group.balances().get(i))) {
        String message = "the model asks no such balance of group `" + group.name() + "`";
        problems.differs(at.balances().get(i), message, "not asked");
      }
    }
    for (Group.Balance balance : missing) {
      String message = "group `%s` leaves out the balance that `%s` asks for";
      problems.differs(
          at.name(),
          message.formatted(group.name(), balance.tensor()),
          "as many from each of " + balance.blocks() + " blocks");
    }
  }
}

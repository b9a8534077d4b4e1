package io.schedulec.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * Channels that are numbered alike: removing channel i removes {@code indices.of(i)} of every
 * member.
 *
 * @param id its number in {@link ChannelSpaces#groups()}
 * @param size number of channels
 * @param frozen why they cannot be removed; empty when they can
 * @param members the axes that take part, in graph order
 * @param constraints demands on counts
 * @param normalised the nodes that take statistics over the channels, in graph order; with fewer
 *     channels those are others
 * @param joins how the writers meet, in graph order; the first entry is the first writer
 */
public record CoupledGroup(
    int id,
    int size,
    List<Frozen> frozen,
    List<Member> members,
    List<Constraint> constraints,
    List<String> normalised,
    List<Join> joins) {

  /** Copies the lists. */
  public CoupledGroup {
    frozen = List.copyOf(frozen);
    members = List.copyOf(members);
    constraints = List.copyOf(constraints);
    normalised = List.copyOf(normalised);
    joins = List.copyOf(joins);
  }

  /**
   * How a writer comes to be in the group.
   *
   * @param writer the writer
   * @param node the operator at which it meets the writers before it, or empty: for the first
   *     writer, and where two uses of one parameter meet in it
   * @param operator its type, e.g. {@code Add}, or empty
   * @param scope the module of that operator, e.g. {@code layer3.0}, or empty
   * @param product whether it is tied to the others by multiplications only
   */
  public record Join(Member writer, String node, String operator, String scope, boolean product) {}

  // Groups are looked up in every run; what a record brings along for that is linked when it is
  // first used, which takes longer than all the rest of a check.

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CoupledGroup group
            && group.id == id
            && group.size == size
            && group.frozen.equals(frozen)
            && group.members.equals(members)
            && group.constraints.equals(constraints)
            && group.normalised.equals(normalised)
            && group.joins.equals(joins));
  }

  /** The group's number, which is its own within a model. */
  @Override
  public int hashCode() {
    return id;
  }

  /** Whether every channel can be removed. */
  public boolean prunable() {
    return frozen.isEmpty();
  }

  /** The members that produce the channels and that a schedule has to list, in graph order. */
  public List<Member> writers() {
    List<Member> writers = new ArrayList<>();
    for (Member member : members) {
      if (member.writer()) {
        writers.add(member);
      }
    }
    return writers;
  }

  /** The members that consume the channels, in graph order. */
  public List<Member> readers() {
    List<Member> readers = new ArrayList<>();
    for (Member member : members) {
      if (member.reader()) {
        readers.add(member);
      }
    }
    return readers;
  }
}

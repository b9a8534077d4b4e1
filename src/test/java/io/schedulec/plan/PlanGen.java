package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.graph.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Makes plans that are right for a model, from a seed: rounds of masks, each round ended by
 * thinnings, with masks of single elements and learning rates in between.
 */
public final class PlanGen {
  private static final int ROUNDS = 3;

  private final Bundled model;
  private final Random random;
  private final PlanSizes sizes;
  private final Rounding rounding;
  private final Map<Integer, Group> groups = new LinkedHashMap<>();
  private final Map<Integer, Integer> channels = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  /** Plans for a model; the same seed gives the same plan. */
  public PlanGen(Bundled model, long seed) {
    this.model = model;
    this.random = new Random(seed);
    this.sizes = new PlanSizes(model.graph());
    this.rounding =
        pick(List.of(new Rounding.Distiller(), new Rounding.KeepFloor(), new Rounding.Multiple(2)));
  }

  /** A plan. */
  public Plan plan() {
    int epoch = random.nextInt(3);
    for (int round = 0; round < ROUNDS; round++) {
      epoch = round(epoch, round == ROUNDS - 1) + 1 + random.nextInt(3);
    }
    blocks.sort(Comparator.comparingInt(block -> block.epochs().get(0)));
    Header header =
        new Header(
            "generated \"plan\".yaml",
            "0123456789abcdef".repeat(4),
            model.graph().name(),
            Structure.digest(model.graph()),
            model.graph().nodes().size(),
            model.graph().parameters().size(),
            rounding);
    List<Group> sorted = groups.keySet().stream().sorted().map(groups::get).toList();
    return new Plan(header, sorted, blocks);
  }

  /** Masks some groups for a while and thins them; answers the epoch of the thinning. */
  private int round(int first, boolean last) {
    int frequency = 1 + random.nextInt(3);
    int end = first + frequency * (2 + random.nextInt(4));
    List<Step> thinnings = new ArrayList<>();
    if (random.nextBoolean()) {
      extras(first, end);
    }
    for (CoupledGroup group : choose()) {
      masked(group, first, end, frequency).ifPresent(thinnings::add);
    }
    if (last && random.nextBoolean()) {
      joint(first, end).ifPresent(thinnings::add);
    }
    if (random.nextInt(3) == 0) {
      Call call = new Call("ExponentialLR", Map.of("gamma", new Call.Argument.Numeral(0.95)));
      thinnings.add(new Step.LearningRate("lr", call));
    }
    if (!thinnings.isEmpty()) {
      blocks.add(new Block(List.of(end + 1), thinnings));
    }
    return end + 1;
  }

  /** Some groups that can be thinned. */
  private List<CoupledGroup> choose() {
    List<CoupledGroup> all = new ArrayList<>();
    for (CoupledGroup group : model.spaces().groups()) {
      if (thinnable(group) && size(group) > 3) {
        all.add(group);
      }
    }
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(all.size(), 1 + random.nextInt(3)));
  }

  private static boolean thinnable(CoupledGroup group) {
    return group.prunable() && group.constraints().isEmpty();
  }

  private int size(CoupledGroup group) {
    return channels.getOrDefault(group.id(), group.size());
  }

  /** Masks a group and answers how it is thinned then. */
  private Optional<Step> masked(CoupledGroup group, int first, int end, int frequency) {
    Role role = random.nextInt(3) == 0 ? Role.CHANNELS : Role.FILTERS;
    List<String> tensors = new ArrayList<>();
    int axis = -1;
    for (io.schedulec.channel.Member member : group.members()) {
      boolean whole = sizes.axis(member.parameter().name(), member.axis()) == size(group);
      if (member.role() == role && member.indices().identity() && !member.convInput() && whole) {
        axis = axis < 0 ? member.axis() : axis;
        if (axis == member.axis() && !tensors.contains(member.parameter().name())) {
          tensors.add(member.parameter().name());
        }
      }
    }
    if (tensors.isEmpty()) {
      return Optional.empty();
    }
    List<String> listed = tensors.subList(0, 1 + random.nextInt(tensors.size()));
    return Optional.of(thinning(group, role, axis, listed, first, end, frequency));
  }

  private Step thinning(
      CoupledGroup group,
      Role role,
      int axis,
      List<String> tensors,
      int first,
      int end,
      int frequency) {
    int before = size(group);
    boolean led = tensors.size() > 1 && random.nextInt(4) != 0;
    Optional<String> leader = led ? Optional.of(tensors.get(0)) : Optional.empty();
    double share = share(before);
    blocks.add(mask(axis, before, share, leader, tensors, first, end, frequency));
    boolean known = led || tensors.size() == 1;
    int after = before - rounding.removed(share, before);
    Group thinned = group(group);
    if (known) {
      sizes.remove(group, before - after);
      channels.put(group.id(), after);
    } else {
      forget(group);
    }
    return new Step.Thin(
        List.of(thinned.name()),
        role,
        OptionalInt.of(before),
        known ? OptionalInt.of(after) : OptionalInt.empty(),
        DeadChannels.DROP);
  }

  /** What the weights decide is left alone from then on. */
  private void forget(CoupledGroup group) {
    sizes.forget(group);
    channels.put(group.id(), 0);
  }

  /** A share that removes some of so many structures, and not all. */
  private double share(int count) {
    double share = 0.5;
    for (int attempt = 0; attempt < 10; attempt++) {
      double next = random.nextInt(1, 90) / 100.0;
      int removed = rounding.removed(next, count);
      share = removed > 0 && removed < count ? next : share;
    }
    return share;
  }

  private Block mask(
      int axis,
      int of,
      double share,
      Optional<String> leader,
      List<String> tensors,
      int first,
      int end,
      int frequency) {
    boolean ramp = random.nextBoolean();
    Amount amount = ramp ? new Amount.Agp(share / 5, share, first, end) : new Amount.Fixed(share);
    Step mask =
        new Step.Mask(
            new Structures.Axis(axis),
            OptionalInt.of(of),
            new Selection.Lowest(amount, pick(List.of(Criterion.values())), leader),
            tensors);
    return new Block(ramp ? epochs(first, end, frequency) : List.of(end), List.of(mask));
  }

  private static List<Integer> epochs(int first, int end, int frequency) {
    List<Integer> epochs = new ArrayList<>();
    for (int epoch = first; epoch <= end; epoch += frequency) {
      epochs.add(epoch);
    }
    return epochs;
  }

  /** Masks of single elements, which no thinning uses. */
  private void extras(int first, int end) {
    List<String> tensors = sizes.known();
    String ranked = pick(tensors);
    Step lowest =
        new Step.Mask(
            new Structures.Elements(),
            OptionalInt.of((int) sizes.elements(ranked)),
            new Selection.Lowest(new Amount.Fixed(0.3), Criterion.L1, Optional.empty()),
            List.of(ranked));
    Step below =
        new Step.Mask(
            new Structures.Elements(),
            OptionalInt.empty(),
            new Selection.Below(new Amount.Fixed(0.01)),
            List.of(pick(tensors)));
    blocks.add(new Block(List.of(first, end), List.of(lowest, below)));
  }

  /** A mask of a reader's channels that several groups share, and their thinning. */
  private Optional<Step> joint(int first, int end) {
    for (CoupledGroup group : model.spaces().groups()) {
      for (io.schedulec.channel.Member member : group.readers()) {
        List<CoupledGroup> sharing = sharing(member);
        if (sharing.size() > 1 && sharing.stream().allMatch(g -> untouched(g, member))) {
          return Optional.of(joint(sharing, member, first, end));
        }
      }
    }
    return Optional.empty();
  }

  private List<CoupledGroup> sharing(io.schedulec.channel.Member member) {
    return model.spaces().groupsOf(member.parameter().name(), Role.CHANNELS).stream()
        .filter(group -> group.members().stream().anyMatch(m -> samePlace(m, member)))
        .toList();
  }

  private static boolean samePlace(io.schedulec.channel.Member a, io.schedulec.channel.Member b) {
    return a.parameter().name().equals(b.parameter().name()) && a.axis() == b.axis();
  }

  private boolean untouched(CoupledGroup group, io.schedulec.channel.Member member) {
    List<io.schedulec.channel.Member> here =
        group.members().stream().filter(m -> samePlace(m, member)).toList();
    return thinnable(group)
        && !groups.containsKey(group.id())
        && here.size() == 1
        && !member.convInput()
        && here.get(0).indices().of(0).size() == 1;
  }

  private Step joint(
      List<CoupledGroup> sharing, io.schedulec.channel.Member member, int first, int end) {
    int before = sharing.stream().mapToInt(CoupledGroup::size).sum();
    double share = share(before);
    String tensor = member.parameter().name();
    blocks.add(
        mask(member.axis(), before, share, Optional.empty(), List.of(tensor), first, end, 1));
    List<String> names = sharing.stream().map(group -> group(group).name()).toList();
    sharing.forEach(this::forget);
    int after = before - rounding.removed(share, before);
    return new Step.Thin(
        names, Role.CHANNELS, OptionalInt.of(before), OptionalInt.of(after), DeadChannels.DROP);
  }

  private Group group(CoupledGroup group) {
    return groups.computeIfAbsent(group.id(), id -> group(group, "g" + id));
  }

  /** A group of a model as a plan has it, under a name. */
  static Group group(CoupledGroup group, String name) {
    List<Member> members = new ArrayList<>();
    for (io.schedulec.channel.Member member : group.members()) {
      List<List<Integer>> lists = new ArrayList<>();
      for (int channel = 0; channel < group.size(); channel++) {
        lists.add(member.indices().of(channel));
      }
      Indices indices = member.indices().identity() ? Indices.IDENTITY : new Indices.Table(lists);
      members.add(
          new Member(
              member.parameter().name(),
              member.axis(),
              member.role(),
              indices,
              member.convInput()));
    }
    List<Group.Balance> balances =
        group.constraints().stream()
            .map(c -> new Group.Balance(c.blocks(), c.tensor(), c.axis()))
            .toList();
    return new Group(name, group.size(), members, balances);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import io.schedulec.plan.Step.Mask;
import io.schedulec.plan.Step.Thin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Ways to break a plan. */
enum Mutation {
  UNKNOWN_TENSOR_IN_MASK("no.such.weight", "is no parameter") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(plan, m -> withTensors(m, with(m.tensors(), "no.such.weight")));
    }
  },
  UNKNOWN_LEADER("mask", "is no parameter") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return lowest(plan, l -> led(l, "no.such.weight"));
    }
  },
  UNKNOWN_TENSOR_IN_GROUP("no.such.weight", "is no parameter") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return member(plan, m -> new Member("no.such.weight", 0, m.role(), m.indices(), false));
    }
  },
  AXIS_OUT_OF_RANGE("", "axes, counted from 0") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(plan, m -> new Mask(new Structures.Axis(9), m.of(), m.selection(), m.tensors()));
    }
  },
  AXIS_OF_MEMBER_OUT_OF_RANGE("", "axes, counted from 0") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return member(plan, m -> new Member(m.tensor(), 9, m.role(), m.indices(), false));
    }
  },
  INDEX_OUT_OF_RANGE("", "so none is index") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return member(plan, m -> numbered(m, new Indices.Runs(List.of(100_000), 1, 1)));
    }
  },
  ENDLESS_INDICES("", "so none is index") {
    @Override
    Optional<Plan> broken(Plan plan) {
      int most = Integer.MAX_VALUE;
      return member(plan, m -> numbered(m, new Indices.Runs(List.of(most), most, most)));
    }
  },
  OTHER_INDICES("", "other indices") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return member(plan, m -> numbered(m, swapped(m.indices(), plan.groups().get(0).size())));
    }
  },
  MEMBER_LEFT_OUT("group g", "leaves out") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return members(plan, members -> members.subList(0, members.size() - 1));
    }
  },
  MEMBER_TOO_MANY("", "does not belong") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return members(plan, members -> with(members, members.get(0)));
    }
  },
  OTHER_ROLE("", "does not belong") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return member(plan, m -> new Member(m.tensor(), m.axis(), Role.OTHER, m.indices(), false));
    }
  },
  OTHER_SIZE("group g", "channels, not") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return group(plan, g -> new Group(g.name(), g.size() - 1, g.members(), g.balances()));
    }
  },
  INVENTED_BALANCE("balance 2 by", "asks no such balance") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return group(
          plan,
          g -> new Group(g.name(), g.size(), g.members(), List.of(new Group.Balance(2, "x", 0))));
    }
  },
  GROUP_TWICE("group g", "there are two groups") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return groups(plan, groups -> with(groups, groups.get(0)));
    }
  },
  GROUPS_OVERLAP("group again", "overlap") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return groups(plan, groups -> with(groups, renamed(groups.get(0), "again")));
    }
  },
  GROUP_NEVER_THINNED("group g", "is never thinned") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return plan.groups().isEmpty() ? Optional.empty() : steps(plan, s -> !(s instanceof Thin));
    }
  },
  UNKNOWN_GROUP("thin nobody", "there is no group") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(
          plan, t -> new Thin(List.of("nobody"), t.role(), t.before(), t.after(), t.dead()));
    }
  },
  GROUP_LISTED_TWICE("thin", "is listed twice") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(
          plan,
          t ->
              new Thin(
                  with(t.groups(), t.groups().get(0)), t.role(), t.before(), t.after(), t.dead()));
    }
  },
  THINNED_TWICE_IN_AN_EPOCH("thin", "is thinned twice in epoch") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return edit(plan, s -> s instanceof Thin ? List.of(s, s) : List.of(s));
    }
  },
  OTHER_COUNT_BEFORE("thin", "channels here, not") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(plan, t -> counted(t, OptionalInt.of(9_999), t.after()));
    }
  },
  OTHER_COUNT_AFTER("thin", "the masks leave") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(plan, t -> counted(t, t.before(), OptionalInt.of(9_999)));
    }
  },
  COUNT_LEFT_OPEN("thin", "not an unknown number") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(plan, t -> counted(t, OptionalInt.empty(), OptionalInt.empty()));
    }
  },
  NOTHING_LEFT("thin", "the masks leave no channel") {
    @Override
    Optional<Plan> broken(Plan plan) {
      boolean known = thins(plan).stream().allMatch(t -> t.after().isPresent());
      boolean all = !(plan.header().rounding() instanceof Rounding.Multiple);
      return known && all && !thins(plan).isEmpty()
          ? lowest(plan, l -> shared(l, new Amount.Fixed(1)))
          : Optional.empty();
    }
  },
  NEVER_MASKED("thin", "no mask has zeroed") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thins(plan).isEmpty() ? Optional.empty() : steps(plan, s -> !(s instanceof Mask));
    }
  },
  OTHER_ROLE_THINNED("thin", "no mask has zeroed") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(
          plan,
          t -> {
            Role other = t.role() == Role.FILTERS ? Role.CHANNELS : Role.FILTERS;
            return new Thin(t.groups(), other, t.before(), t.after(), t.dead());
          });
    }
  },
  FOLDED("thin", "cannot be carried out yet") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return thin(
          plan, t -> new Thin(t.groups(), t.role(), t.before(), t.after(), DeadChannels.FOLD));
    }
  },
  BLOCKS_OUT_OF_ORDER("epoch", "stands after one that starts in") {
    @Override
    Optional<Plan> broken(Plan plan) {
      List<Block> blocks = new ArrayList<>(plan.blocks());
      Collections.reverse(blocks);
      int first = blocks.get(0).epochs().get(0);
      boolean moved = first > blocks.get(blocks.size() - 1).epochs().get(0);
      return moved ? Optional.of(new Plan(plan.header(), plan.groups(), blocks)) : Optional.empty();
    }
  },
  EPOCHS_OUT_OF_ORDER("epochs", "stands after epoch") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return epochs(plan, epochs -> with(epochs, epochs.get(0)));
    }
  },
  OLD_NUMBERING("mask", "here, after the thinning before") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return renumberedAfterThinning(plan);
    }
  },
  OTHER_COUNT_OF_STRUCTURES("mask", "indices on axis") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(
          plan,
          m ->
              new Mask(
                  m.structures(),
                  OptionalInt.of(m.of().orElse(0) + 1),
                  m.selection(),
                  m.tensors()));
    }
  },
  COUNT_OF_STRUCTURES_LEFT_OUT("mask", "does not say of how many") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(
          plan, m -> new Mask(m.structures(), OptionalInt.empty(), m.selection(), m.tensors()));
    }
  },
  SHARE_ABOVE_ONE("mask", "a share is a number from 0 to 1, not 1.5") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return lowest(plan, l -> shared(l, new Amount.Fixed(1.5)));
    }
  },
  SHARE_IS_NO_NUMBER("mask", "a share is a number from 0 to 1, not nan") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return lowest(plan, l -> shared(l, new Amount.Agp(0, Double.NaN, 0, 9_999)));
    }
  },
  RAMP_THAT_DOES_NOT_RISE("mask", "does not rise") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return lowest(plan, l -> shared(l, new Amount.Agp(0.1, 0.5, 7, 7)));
    }
  },
  EPOCH_OUTSIDE_RAMP("mask", "is outside the ramp") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return lowest(plan, l -> shared(l, new Amount.Agp(0.1, 0.5, 9_998, 9_999)));
    }
  },
  TENSOR_LISTED_TWICE("", "is listed twice") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(plan, m -> withTensors(m, with(m.tensors(), m.tensors().get(0))));
    }
  },
  THRESHOLD_FOR_STRUCTURES("mask axis", "compares single elements") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(
          plan,
          m ->
              new Mask(
                  m.structures(),
                  OptionalInt.empty(),
                  new Selection.Below(new Amount.Fixed(0.1)),
                  m.tensors()));
    }
  },
  LEADER_OF_ELEMENTS("mask elements", "by their own magnitude alone") {
    @Override
    Optional<Plan> broken(Plan plan) {
      return mask(
          plan,
          m ->
              new Mask(
                  new Structures.Elements(),
                  m.of(),
                  new Selection.Lowest(new Amount.Fixed(0.1), Criterion.L2, Optional.empty()),
                  m.tensors()));
    }
  },
  OTHER_NUMBER_OF_OPERATORS("operators", "operators, not") {
    @Override
    Optional<Plan> broken(Plan plan) {
      Header h = plan.header();
      Header other =
          new Header(
              h.schedule(),
              h.scheduleDigest(),
              h.model(),
              h.structure(),
              h.nodes() + 1,
              h.parameters(),
              h.rounding());
      return Optional.of(new Plan(other, plan.groups(), plan.blocks()));
    }
  },
  FIXED_GROUP("group fixed", "cannot be thinned") {
    @Override
    Optional<Mutant> of(Plan plan, Bundled model, Random random) {
      for (CoupledGroup group : model.spaces().groups()) {
        if (!group.prunable() && !group.members().isEmpty()) {
          Group fixed = PlanGen.group(group, "fixed");
          return groups(plan, groups -> with(groups, fixed)).map(this::mutant);
        }
      }
      return Optional.empty();
    }

    @Override
    Optional<Plan> broken(Plan plan) {
      throw new AssertionError("needs the model");
    }
  },
  LEADER_OF_OTHER_SIZE("mask", "which has another number of structures") {
    @Override
    Optional<Mutant> of(Plan plan, Bundled model, Random random) {
      int of = firstMask(plan).of().orElse(0);
      return model.graph().parameters().stream()
          .filter(p -> p.shape().rank() == 4 && p.shape().dim(0) != of && p.shape().dim(1) != of)
          .findFirst()
          .flatMap(p -> lowest(plan, l -> led(l, p.name())))
          .map(this::mutant);
    }

    @Override
    Optional<Plan> broken(Plan plan) {
      throw new AssertionError("needs the model");
    }
  };

  /**
   * A broken plan.
   *
   * @param line how the line starts that has to be named
   * @param message what has to be said of it
   */
  record Mutant(Plan plan, String line, String message) {}

  private final String line;
  private final String message;

  Mutation(String line, String message) {
    this.line = line;
    this.message = message;
  }

  /** A plan broken so; empty where it has nothing to break. */
  Optional<Mutant> of(Plan plan, Bundled model, Random random) {
    boolean masks = plan.blocks().stream().flatMap(b -> b.steps().stream()).anyMatch(ranks());
    return masks ? broken(plan).map(this::mutant) : Optional.empty();
  }

  abstract Optional<Plan> broken(Plan plan);

  Mutant mutant(Plan plan) {
    return new Mutant(plan, line, message);
  }

  static Predicate<Step> ranks() {
    return s -> s instanceof Mask m && m.structures() instanceof Structures.Axis;
  }

  static Mask firstMask(Plan plan) {
    return (Mask)
        plan.blocks().stream()
            .flatMap(b -> b.steps().stream())
            .filter(ranks())
            .findFirst()
            .orElseGet(
                () ->
                    new Mask(
                        new Structures.Axis(0),
                        OptionalInt.empty(),
                        new Selection.Below(new Amount.Fixed(0)),
                        List.of("x")));
  }

  static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }

  static List<Thin> thins(Plan plan) {
    List<Thin> thins = new ArrayList<>();
    plan.blocks()
        .forEach(
            b ->
                b.steps().stream()
                    .filter(Thin.class::isInstance)
                    .forEach(s -> thins.add((Thin) s)));
    return thins;
  }

  /** Replaces each step; a block without steps goes. */
  static Optional<Plan> edit(Plan plan, Function<Step, List<Step>> change) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : plan.blocks()) {
      List<Step> steps = block.steps().stream().flatMap(s -> change.apply(s).stream()).toList();
      if (!steps.isEmpty()) {
        blocks.add(new Block(block.epochs(), steps));
      }
    }
    Plan edited = new Plan(plan.header(), plan.groups(), blocks);
    return edited.equals(plan) ? Optional.empty() : Optional.of(edited);
  }

  static Optional<Plan> steps(Plan plan, Predicate<Step> kept) {
    return edit(plan, s -> kept.test(s) ? List.of(s) : List.of());
  }

  /** Changes every mask of an axis. */
  static Optional<Plan> mask(Plan plan, UnaryOperator<Mask> change) {
    return edit(plan, s -> ranks().test(s) ? List.of(change.apply((Mask) s)) : List.of(s));
  }

  static Optional<Plan> lowest(Plan plan, UnaryOperator<Selection.Lowest> change) {
    return mask(
        plan,
        m ->
            new Mask(
                m.structures(),
                m.of(),
                change.apply((Selection.Lowest) m.selection()),
                m.tensors()));
  }

  /** Changes every thinning. */
  static Optional<Plan> thin(Plan plan, UnaryOperator<Thin> change) {
    return edit(plan, s -> s instanceof Thin t ? List.of(change.apply(t)) : List.of(s));
  }

  static Optional<Plan> groups(Plan plan, UnaryOperator<List<Group>> change) {
    return plan.groups().isEmpty()
        ? Optional.empty()
        : Optional.of(new Plan(plan.header(), change.apply(plan.groups()), plan.blocks()));
  }

  /** Changes the first group. */
  static Optional<Plan> group(Plan plan, UnaryOperator<Group> change) {
    return groups(
        plan,
        groups -> {
          List<Group> changed = new ArrayList<>(groups);
          changed.set(0, change.apply(groups.get(0)));
          return changed;
        });
  }

  static Optional<Plan> members(Plan plan, UnaryOperator<List<Member>> change) {
    return group(plan, g -> new Group(g.name(), g.size(), change.apply(g.members()), g.balances()));
  }

  /** Changes the first member of the first group. */
  static Optional<Plan> member(Plan plan, UnaryOperator<Member> change) {
    return members(
        plan,
        members -> {
          List<Member> changed = new ArrayList<>(members);
          changed.set(0, change.apply(members.get(0)));
          return changed;
        });
  }

  static Optional<Plan> epochs(Plan plan, UnaryOperator<List<Integer>> change) {
    List<Block> blocks = new ArrayList<>();
    plan.blocks().forEach(b -> blocks.add(new Block(change.apply(b.epochs()), b.steps())));
    return Optional.of(new Plan(plan.header(), plan.groups(), blocks));
  }

  /** Masks that follow a thinning with a known result say what the model had. */
  static Optional<Plan> renumberedAfterThinning(Plan plan) {
    List<Thin> thins = thins(plan);
    if (thins.isEmpty() || thins.get(0).after().isEmpty() || thins.get(0).groups().size() > 1) {
      return Optional.empty();
    }
    Thin first = thins.get(0);
    int before = first.before().orElse(0);
    String name = first.groups().get(0);
    List<Member> members =
        plan.groups().stream()
            .filter(g -> g.name().equals(name))
            .findFirst()
            .orElseThrow()
            .members();
    Mask late =
        new Mask(
            new Structures.Axis(members.get(0).axis()),
            OptionalInt.of(before),
            new Selection.Lowest(new Amount.Fixed(0.5), Criterion.L1, Optional.empty()),
            List.of(members.get(0).tensor()));
    boolean identity = members.get(0).indices().equals(Indices.IDENTITY);
    return identity
        ? edit(plan, s -> s == first ? List.of(s, late) : List.of(s))
        : Optional.empty();
  }

  static Mask withTensors(Mask mask, List<String> tensors) {
    return new Mask(mask.structures(), mask.of(), mask.selection(), tensors);
  }

  static Selection.Lowest led(Selection.Lowest lowest, String leader) {
    return new Selection.Lowest(lowest.share(), lowest.criterion(), Optional.of(leader));
  }

  static Selection.Lowest shared(Selection.Lowest lowest, Amount share) {
    return new Selection.Lowest(share, lowest.criterion(), lowest.leader());
  }

  static Thin counted(Thin thin, OptionalInt before, OptionalInt after) {
    return new Thin(thin.groups(), thin.role(), before, after, thin.dead());
  }

  static Group renamed(Group group, String name) {
    return new Group(name, group.size(), group.members(), group.balances());
  }

  static Member numbered(Member member, Indices indices) {
    return new Member(member.tensor(), member.axis(), member.role(), indices, member.convInput());
  }

  /** The indices of the first two channels exchanged. */
  static Indices swapped(Indices indices, int channels) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      lists.add(indices.of(channel));
    }
    Collections.swap(lists, 0, 1);
    return new Indices.Table(lists);
  }
}

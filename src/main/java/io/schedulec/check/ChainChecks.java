package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.BoundWeight;
import io.schedulec.bind.Rates;
import io.schedulec.bind.Spelling;
import io.schedulec.bind.Structure;
import io.schedulec.bind.ThinningStep;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.check.chain.Listed;
import io.schedulec.check.chain.Window;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.rate.StructureCount;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** What findings about chains have in common: severities, names, labels, counts. */
final class ChainChecks {
  private ChainChecks() {}

  /** An error where the chain is thinned afterwards, else a warning. */
  static Severity severity(Window window) {
    return window.thinning().isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /** The pruners of some listed layers, each once, in file order. */
  static List<BoundPruner> pruners(List<Listed> listed) {
    Set<BoundPruner> pruners = new LinkedHashSet<>();
    listed.forEach(l -> pruners.add(l.pruner()));
    return List.copyOf(pruners);
  }

  /** The names of pruners in backticks, for a sentence. */
  static String names(List<BoundPruner> pruners) {
    List<String> names = new ArrayList<>();
    pruners.forEach(p -> names.add("`" + p.name() + "`"));
    return Words.list(names);
  }

  /** The parameter names of some listed layers, each once. */
  static Set<String> weights(List<Listed> listed) {
    Set<String> names = new LinkedHashSet<>();
    listed.forEach(l -> names.add(l.name()));
    return names;
  }

  /** The parameter names of some members. */
  static List<String> weightsOf(List<Member> members) {
    List<String> names = new ArrayList<>();
    members.forEach(m -> names.add(m.parameter().name()));
    return names;
  }

  /** The layers of some members. */
  static List<String> layers(List<Member> members) {
    List<String> names = new ArrayList<>();
    members.forEach(m -> names.add(m.parameter().layer()));
    return names;
  }

  /** The group type as the schedule writes it. */
  static String groupType(Structure structure) {
    return structure == Structure.FILTERS ? "Filters" : "Channels";
  }

  /** Shows where the pruner asks for one mask for all. */
  static void labelLeader(Diagnostic.Builder out, BoundPruner pruner) {
    Argument leader = pruner.instance().arguments().get("group_dependency");
    if (pruner.leader() && leader != null) {
      String structures = pruner.prunes(Structure.CHANNELS) ? "channel" : "filter";
      out.label(
          leader.span(), "every layer listed below gets the leader's " + structures + " mask");
    }
  }

  /** Shows where the zeroed structures are removed. */
  static void labelThinning(Diagnostic.Builder out, Window window, String consequence) {
    if (window.thinning().isPresent()) {
      ThinningStep thinning = window.thinning().get();
      String name = "`" + thinning.instance().name().value() + "`";
      String what = window.structure() == Structure.FILTERS ? "filters" : "channels";
      String text = name + " removes the zeroed " + what + " here" + consequence;
      out.label(thinning.policy().timingSpan(), text);
    }
  }

  /** The last epoch before the end of a window in which a pruner fires. */
  static Optional<Firing> lastFiring(BoundPruner pruner, Window window) {
    Optional<Firing> last = Optional.empty();
    for (BoundPolicy policy : pruner.policies()) {
      int end =
          window.thinning().isEmpty() ? Integer.MAX_VALUE : window.thinning().get().turn(policy);
      OptionalInt epoch = policy.firings().lastBefore(end);
      if (epoch.isPresent() && (last.isEmpty() || epoch.getAsInt() >= last.get().epoch())) {
        last = Optional.of(new Firing(policy, epoch.getAsInt()));
      }
    }
    return last;
  }

  /**
   * A firing of a policy.
   *
   * @param policy the policy
   * @param epoch the epoch
   */
  record Firing(BoundPolicy policy, int epoch) {}

  /** How many of a number of structures are left after a firing, where the schedule says it. */
  static Optional<Integer> left(BoundPruner pruner, Firing firing, int size) {
    OptionalDouble target = Rates.target(pruner.instance(), firing.policy(), firing.epoch());
    return target.isPresent()
        ? Optional.of(StructureCount.kept(target.getAsDouble(), size))
        : Optional.empty();
  }

  /** The item of a pruner's list that names a weight. */
  static Optional<WeightList.Item> item(BoundPruner pruner, BoundWeight weight) {
    Optional<WeightList> list = pruner.instance().weights();
    if (list.isPresent()) {
      for (WeightList.Item item : list.get().items()) {
        if (item.name().span().equals(weight.written().span())) {
          return Optional.of(item);
        }
      }
    }
    return Optional.empty();
  }

  /** A parameter's name in the spelling of a pruner's list. */
  static String spell(BoundPruner pruner, String parameter) {
    BoundWeight like = pruner.weights().get(0);
    return new Spelling(like.written().value(), like.name()).of(parameter);
  }

  /** The names of parameters in the spelling of a pruner's list. */
  static List<String> spell(BoundPruner pruner, List<String> parameters) {
    List<String> out = new ArrayList<>();
    parameters.forEach(p -> out.add(spell(pruner, p)));
    return out;
  }

  /** Where a listed layer is written. */
  static Span span(Listed listed) {
    return listed.weight().written().span();
  }

  /** Starts the data that every finding about a chain carries. */
  static void data(Diagnostic.Builder out, Structure structure, List<Listed> listed) {
    List<BoundPruner> pruners = pruners(listed);
    out.data("pruner", pruners.get(0).name());
    if (pruners.size() > 1) {
      out.data("pruners", pruners.stream().map(BoundPruner::name).toList());
    }
    out.data("group_type", groupType(structure));
    out.data("listed", List.copyOf(weights(listed)));
  }

  /** The source with the edits of a list of weights, where it can be edited. */
  static Optional<ListEdits> edits(BoundSchedule schedule, BoundPruner pruner) {
    Optional<WeightList> list = pruner.instance().weights();
    if (list.isEmpty() || shared(schedule, list.get())) {
      return Optional.empty();
    }
    ListEdits edits = new ListEdits(schedule.source(), list.get());
    return edits.possible() ? Optional.of(edits) : Optional.empty();
  }

  /** Whether a list counts for several instances, through an alias or a merge. */
  private static boolean shared(BoundSchedule schedule, WeightList list) {
    int uses = 0;
    for (Instance instance : schedule.schedule().instances()) {
      Optional<WeightList> other = instance.weights();
      uses += other.isPresent() && other.get().span().equals(list.span()) ? 1 : 0;
    }
    return uses > 1;
  }

  /**
   * Whether another pruner writes the mask of one of some weights in an epoch in which one does.
   */
  static boolean taken(BoundSchedule schedule, BoundPruner pruner, Collection<String> weights) {
    for (BoundPruner other : schedule.pruners()) {
      boolean lists = weights.stream().anyMatch(name -> other.weight(name).isPresent());
      if (lists && !other.name().equals(pruner.name()) && meet(pruner, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean meet(BoundPruner one, BoundPruner other) {
    Set<Integer> epochs = new HashSet<>();
    for (BoundPolicy policy : one.policies()) {
      for (int epoch : policy.firings()) {
        epochs.add(epoch);
      }
    }
    for (BoundPolicy policy : other.policies()) {
      for (int epoch : policy.firings()) {
        if (epochs.contains(epoch)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a list holds nothing but a chain and the layers that it lacks fit in, so that Leader
   * may stand over all of them: each has all of the chain's channels and no others.
   */
  static boolean alone(
      BoundSchedule schedule,
      BoundPruner pruner,
      Role role,
      List<CoupledGroup> chain,
      Collection<String> missing) {
    Set<String> names = new LinkedHashSet<>(missing);
    pruner.weights().forEach(w -> names.add(w.name()));
    return alike(schedule, role, chain, names);
  }

  /** Whether each of some layers has all of a chain's channels and no others. */
  static boolean alike(
      BoundSchedule schedule, Role role, List<CoupledGroup> chain, Collection<String> names) {
    ChannelSpaces spaces = schedule.facts().spaces();
    return names.stream()
        .allMatch(name -> Set.copyOf(spaces.groupsOf(name, role)).equals(Set.copyOf(chain)));
  }

  /** The Leader whose list holds all of the layers that several pruners list, if one does. */
  static Optional<BoundPruner> undone(List<Listed> listed) {
    Set<String> names = weights(listed);
    List<BoundPruner> pruners = pruners(listed);
    return pruners.size() < 2
        ? Optional.empty()
        : pruners.stream()
            .filter(p -> p.leader() && names.stream().allMatch(n -> p.weight(n).isPresent()))
            .findFirst();
  }
}

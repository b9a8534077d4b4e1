package io.schedulec.check.chain;

import io.schedulec.bind.BoundPruner;
import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Meant;
import io.schedulec.bind.NameIndex;
import io.schedulec.bind.Prefix;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.channel.Member;
import io.schedulec.schedule.Argument;
import io.schedulec.schedule.Instance;
import io.schedulec.source.Spanned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Layers that a schedule lists, as far as one can tell, although their name or their pruner did not
 * bind. What is wrong with them is said elsewhere, so no chain may be called incomplete for them.
 */
final class Presumed {
  private final BoundSchedule schedule;
  private final Optional<Prefix> prefix;
  private final Set<String> unbound = new HashSet<>();
  private boolean unread;

  Presumed(BoundSchedule schedule) {
    this.schedule = schedule;
    this.prefix = schedule.prefix();
    for (Instance instance : schedule.schedule().instances()) {
      if (instance.section() == Section.PRUNERS && instance.used() && !bound(instance)) {
        listOf(instance).forEach(name -> meant(name).ifPresent(unbound::add));
      }
      unread |= instance.used() && unread(instance);
    }
  }

  private boolean bound(Instance instance) {
    for (BoundPruner pruner : schedule.pruners()) {
      if (pruner.name().equals(instance.name().value())) {
        return pruner.structure().isPresent() || !instance.has(Trait.STRUCTURE_RANKED);
      }
    }
    return false;
  }

  /** Whether nobody knows which layers a list names, because something in it cannot be read. */
  private static boolean unread(Instance instance) {
    Argument weights = instance.arguments().get("weights");
    return instance.has(Trait.STRUCTURE_RANKED)
        && weights != null
        && weights.selected()
        && !weights.valid();
  }

  private static List<String> listOf(Instance instance) {
    List<String> names = new ArrayList<>();
    instance.weights().ifPresent(list -> list.items().forEach(i -> names.add(i.name().value())));
    return names;
  }

  private Optional<String> meant(String name) {
    NameIndex names = schedule.facts().names();
    Optional<String> bound = names.find(name).map(p -> p.name());
    if (bound.isPresent()) {
      return bound;
    }
    boolean prefixed =
        prefix.isPresent() && (!prefix.get().dropped() || name.startsWith(prefix.get().text()));
    return prefixed
        ? names.find(prefix.orElseThrow().applyTo(name)).map(p -> p.name())
        : Meant.by(names, name);
  }

  /** Those of the missing layers that something which did not bind may mean. */
  Set<String> among(List<Member> missing, Window window, List<Listed> listed) {
    if (unread) {
      Set<String> all = new LinkedHashSet<>();
      missing.forEach(m -> all.add(m.parameter().name()));
      return all;
    }
    List<Member> open = new ArrayList<>(missing);
    open.removeIf(m -> unbound.contains(m.parameter().name()));
    for (BoundPruner pruner : window.pruners()) {
      boolean concerned = listed.stream().anyMatch(l -> l.pruner().name().equals(pruner.name()));
      for (String miss : misses(pruner)) {
        taken(miss, pruner, open, concerned).ifPresent(open::remove);
      }
    }
    Set<String> presumed = new LinkedHashSet<>();
    missing.forEach(m -> presumed.add(m.parameter().name()));
    open.forEach(m -> presumed.remove(m.parameter().name()));
    return presumed;
  }

  private static Set<String> misses(BoundPruner pruner) {
    Set<String> misses = new LinkedHashSet<>();
    for (Spanned<String> miss : pruner.misses()) {
      misses.add(miss.value());
    }
    return misses;
  }

  /**
   * The layer that a name may mean. In a Leader list every name has to mean a layer of the chain,
   * and so may a name that says nothing.
   */
  private Optional<Member> taken(
      String miss, BoundPruner pruner, List<Member> open, boolean concerned) {
    Optional<String> meant = meant(miss);
    for (Member member : meant.isPresent() ? open : List.<Member>of()) {
      String name = member.parameter().name();
      if (!Meant.nearer(miss, meant.orElseThrow(), name)) {
        return Optional.of(member);
      }
    }
    boolean silent = pruner.leader() || meant.isEmpty() || pruner.weight(meant.get()).isPresent();
    return concerned && silent ? open.stream().findFirst() : Optional.empty();
  }
}

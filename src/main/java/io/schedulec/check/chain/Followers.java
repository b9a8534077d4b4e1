package io.schedulec.check.chain;

import io.schedulec.bind.BoundSchedule;
import io.schedulec.bind.Structure;
import io.schedulec.bind.Target;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the layers that lose filters with the listed ones because a zero of those makes a product
 * zero. The original trainer cuts out only what is zero itself, so there no layer follows.
 */
final class Followers {
  private final Gates gates;
  private final boolean any;

  Followers(BoundSchedule schedule) {
    this.gates = new Gates(schedule.facts().graph());
    this.any = schedule.target() == Target.PLAN;
  }

  /** The missing writers that a zero of the listed ones takes along through a product. */
  List<CoupledGroup.Join> of(
      Window window, CoupledGroup group, Set<String> names, List<Member> missing) {
    List<CoupledGroup.Join> followers = new ArrayList<>();
    List<CoupledGroup.Join> products = products(group);
    if (!any
        || window.structure() != Structure.FILTERS
        || products.isEmpty()
        || missing.isEmpty()) {
      return followers;
    }
    Set<String> gated = new HashSet<>();
    products.forEach(p -> gated.add(p.writer().parameter().name()));
    boolean gateListed = names.stream().anyMatch(gated::contains);
    boolean othersMissing = missing.stream().anyMatch(m -> !gated.contains(m.parameter().name()));
    if (!gateListed && !othersMissing) {
      decided(products, names, followers);
    } else if (gateListed && othersMissing) {
      reversed(group, products, names, missing, followers);
    }
    return followers;
  }

  private static List<CoupledGroup.Join> products(CoupledGroup group) {
    return group.joins().stream().filter(CoupledGroup.Join::product).toList();
  }

  private void decided(
      List<CoupledGroup.Join> products, Set<String> names, List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join product : products) {
      for (String name : names) {
        Gates.Arrival arrival = gates.arrival(name, product);
        if (arrival == Gates.Arrival.ZERO || arrival == Gates.Arrival.CONSTANT) {
          followers.add(product);
          break;
        }
      }
    }
  }

  /** The later operand may be the one that decides, and the earlier ones the gate. */
  private void reversed(
      CoupledGroup group,
      List<CoupledGroup.Join> products,
      Set<String> names,
      List<Member> missing,
      List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join product : products) {
      String name = product.writer().parameter().name();
      Gates.Arrival arrival = gates.arrival(name, product);
      boolean decides = arrival == Gates.Arrival.ZERO || arrival == Gates.Arrival.CONSTANT;
      boolean alone = names.size() == 1 && products.size() == 1 && names.contains(name);
      if (decides && alone) {
        for (CoupledGroup.Join join : group.joins()) {
          if (missing.stream().anyMatch(m -> same(join.writer(), m))) {
            followers.add(
                new CoupledGroup.Join(
                    join.writer(), product.node(), product.operator(), product.scope(), true));
          }
        }
      }
    }
  }

  /** Whether a follower meets a constant where the listed layers are zero. */
  boolean constant(Set<String> names, List<CoupledGroup.Join> followers) {
    for (CoupledGroup.Join follower : followers) {
      for (String name : names) {
        if (gates.arrival(name, follower) == Gates.Arrival.CONSTANT) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean same(Member one, Member other) {
    return one.parameter().name().equals(other.parameter().name());
  }
}

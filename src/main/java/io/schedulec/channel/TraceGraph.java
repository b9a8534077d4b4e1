package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites at which channels are seen, and the nodes that lead from one to the next.
 *
 * <p>A site is a value together with one of its spaces. A channel at a site is a point. Parameters
 * of one name are one value here.
 */
final class TraceGraph {
  private static final int LINK = 5;

  private final Spaces spaces;
  private final int[] thing;
  private final Map<Long, Integer> siteOf = new HashMap<>();
  private final Map<Integer, List<Integer>> sitesOfSpace = new HashMap<>();
  private final Ints siteValue = new Ints();
  private final Ints siteSpace = new Ints();
  private final Ints firstPoint = new Ints();
  private final List<Ints> links = new ArrayList<>();
  private final List<List<Journal.Freeze>> freezes = new ArrayList<>();
  private final Journal journal;
  private final int[] startOfJoins;
  private final int[] joins;
  private int points;

  TraceGraph(ModelGraph graph, Spaces spaces, List<Slot> slots, Journal journal) {
    this.spaces = spaces;
    this.journal = journal;
    this.thing = things(graph);
    addLinks();
    addSlots(graph, slots);
    addFreezes();
    this.startOfJoins = startOfJoins();
    this.joins = joins();
  }

  /** For each value the one that stands for it: the first of all parameters of one name. */
  private static int[] things(ModelGraph graph) {
    int[] things = new int[graph.values().size()];
    Map<String, Integer> byName = new HashMap<>();
    for (Value value : graph.values()) {
      Integer first = null;
      if (value.parameter().isPresent()) {
        first = byName.putIfAbsent(value.parameter().get().name(), value.id());
      }
      things[value.id()] = first == null ? value.id() : first;
    }
    return things;
  }

  private void addLinks() {
    Ints all = journal.links;
    for (int i = 0; i < all.size(); i += LINK) {
      int a = thing[all.get(i)];
      int b = thing[all.get(i + 2)];
      boolean numbered = numbered(all.get(i + 1)) && numbered(all.get(i + 3));
      if (numbered && !(a == b && all.get(i + 1) == all.get(i + 3))) {
        int first = site(a, all.get(i + 1));
        int second = site(b, all.get(i + 3));
        link(first, second, all.get(i + 4));
        link(second, first, all.get(i + 4));
      }
    }
  }

  private boolean numbered(int space) {
    return spaces.known(space) && spaces.numbered(space);
  }

  private void link(int from, int to, int node) {
    Ints own = links.get(from);
    for (int i = 0; i < own.size(); i += 2) {
      if (own.get(i) == node && own.get(i + 1) == to) {
        return;
      }
    }
    own.add(node);
    own.add(to);
  }

  private int site(int value, int space) {
    long key = ((long) value << 32) | space;
    Integer known = siteOf.get(key);
    if (known != null) {
      return known;
    }
    int site = siteValue.size();
    siteOf.put(key, site);
    siteValue.add(value);
    siteSpace.add(space);
    firstPoint.add(points);
    points += spaces.size(space);
    links.add(new Ints());
    freezes.add(new ArrayList<>());
    sitesOfSpace.computeIfAbsent(space, s -> new ArrayList<>()).add(site);
    return site;
  }

  private void addSlots(ModelGraph graph, List<Slot> slots) {
    Map<String, Integer> byName = new HashMap<>();
    for (Value value : graph.values()) {
      value.parameter().ifPresent(p -> byName.putIfAbsent(p.name(), value.id()));
    }
    for (Slot slot : slots) {
      Integer value = byName.get(slot.parameter.name());
      if (value != null) {
        site(value, slot.space);
      }
    }
  }

  /** A freeze is seen where it was stated, or else wherever its channels are. */
  private void addFreezes() {
    for (Journal.Freeze freeze : journal.freezes()) {
      List<Integer> all = sitesOfSpace.getOrDefault(freeze.space(), List.of());
      Integer named =
          freeze.value() < 0
              ? null
              : siteOf.get(((long) thing[freeze.value()] << 32) | freeze.space());
      for (int site : named == null ? all : List.of(named)) {
        freezes.get(site).add(freeze);
      }
    }
  }

  private int[] startOfJoins() {
    int[] starts = new int[spaces.sets().size() + 1];
    for (int i = 0; i < journal.joined.size(); i++) {
      starts[journal.joined.get(i) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    return starts;
  }

  /** The other channel and the node of each joining, in order of the channels. */
  private int[] joins() {
    int[] sorted = new int[2 * journal.joined.size()];
    int[] next = Arrays.copyOf(startOfJoins, startOfJoins.length);
    for (int i = 0; i < journal.joined.size(); i++) {
      int place = 2 * next[journal.joined.get(i)]++;
      sorted[place] = journal.joined.get(i ^ 1);
      sorted[place + 1] = journal.joinedAt.get(i / 2);
    }
    return sorted;
  }

  /** The number of points. */
  int points() {
    return points;
  }

  /** The number of sites. */
  int sites() {
    return siteValue.size();
  }

  /** The site of a parameter's axis, or -1. */
  int site(Slot slot, int value) {
    Integer site = siteOf.get(((long) thing[value] << 32) | slot.space);
    return site == null ? -1 : site;
  }

  /** The value of a site. */
  int value(int site) {
    return siteValue.get(site);
  }

  /** The space of a site. */
  int space(int site) {
    return siteSpace.get(site);
  }

  /** The point of a channel at a site. */
  int point(int site, int channel) {
    return firstPoint.get(site) + channel - spaces.base(siteSpace.get(site));
  }

  /** The number of channels of a site. */
  int size(int site) {
    return spaces.size(siteSpace.get(site));
  }

  /** The place of a channel among those of a site. */
  int offset(int site, int channel) {
    return channel - spaces.base(siteSpace.get(site));
  }

  /** The channel of a point at a site. */
  int channel(int site, int point) {
    return point - firstPoint.get(site) + spaces.base(siteSpace.get(site));
  }

  /** The nodes that lead on from a site, each followed by the site it leads to. */
  Ints links(int site) {
    return links.get(site);
  }

  /** What was stated of a site. */
  List<Journal.Freeze> freezes(int site) {
    return freezes.get(site);
  }

  /** Adds the channels at another site that a node joins with a channel at this one. */
  void joined(int site, int channel, int node, int other, Ints found) {
    int target = siteSpace.get(other);
    if (target == siteSpace.get(site) && value(site) != value(other)) {
      found.add(channel);
    }
    int base = spaces.base(target);
    int end = base + spaces.size(target);
    for (int i = startOfJoins[channel]; i < startOfJoins[channel + 1]; i++) {
      if (joins[2 * i + 1] == node && joins[2 * i] >= base && joins[2 * i] < end) {
        found.add(joins[2 * i]);
      }
    }
  }
}

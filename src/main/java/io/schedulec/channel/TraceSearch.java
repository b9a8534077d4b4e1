package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shortest ways from some channels of one site to everything they are joined with.
 *
 * <p>All that one node joins with a channel is one step away from it, so that a way is as long as
 * the nodes on it are many.
 */
final class TraceSearch {
  private static final int UNSEEN = -2;
  private static final int START = -1;

  private final TraceGraph graph;
  private final int[] before;
  private final int[] through;
  private final int[] siteOfPoint;
  private final int[] distance;
  private final boolean[] @Nullable [] used;
  private final Ints reached = new Ints();

  private TraceSearch(TraceGraph graph) {
    this.graph = graph;
    this.before = new int[graph.points()];
    this.through = new int[graph.points()];
    this.siteOfPoint = new int[graph.points()];
    this.distance = new int[graph.points()];
    this.used = new boolean[graph.sites()][];
    Arrays.fill(before, UNSEEN);
  }

  /** Searches from some channels of a site. */
  static TraceSearch from(TraceGraph graph, int site, Ints channels) {
    TraceSearch search = new TraceSearch(graph);
    for (int i = 0; i < channels.size(); i++) {
      search.reach(site, channels.get(i), START, -1);
    }
    for (int i = 0; i < search.reached.size(); i++) {
      search.expand(search.reached.get(i));
    }
    return search;
  }

  private void reach(int site, int channel, int from, int node) {
    int point = graph.point(site, channel);
    if (before[point] == UNSEEN) {
      before[point] = from;
      through[point] = node;
      siteOfPoint[point] = site;
      distance[point] = from == START ? 0 : distance[from] + 1;
      reached.add(point);
    }
  }

  private void expand(int point) {
    int site = siteOfPoint[point];
    Ints links = graph.links(site);
    for (int i = 0; i < links.size(); i += 2) {
      follow(point, links.get(i));
    }
  }

  /** Reaches all that a node joins with a point, at once or by way of its other values. */
  private void follow(int start, int node) {
    Ints open = new Ints();
    open.add(siteOfPoint[start]);
    open.add(graph.channel(siteOfPoint[start], start));
    Ints found = new Ints();
    for (int next = 0; next < open.size(); next += 2) {
      int site = open.get(next);
      int channel = open.get(next + 1);
      Ints links = graph.links(site);
      for (int i = 0; i < links.size(); i += 2) {
        if (links.get(i) == node && use(site, channel, i / 2)) {
          found.clear();
          graph.joined(site, channel, node, links.get(i + 1), found);
          for (int k = 0; k < found.size(); k++) {
            reach(links.get(i + 1), found.get(k), start, node);
            open.add(links.get(i + 1));
            open.add(found.get(k));
          }
        }
      }
    }
  }

  /** Whether a link has not been followed from a channel before. */
  private boolean use(int site, int channel, int link) {
    boolean[] own = used[site];
    int degree = graph.links(site).size() / 2;
    if (own == null) {
      own = new boolean[graph.size(site) * degree];
      used[site] = own;
    }
    int place = graph.offset(site, channel) * degree + link;
    boolean unused = !own[place];
    own[place] = true;
    return unused;
  }

  /** All points, nearest first. */
  Ints reached() {
    return reached;
  }

  /** The site of a point that was reached. */
  int site(int point) {
    return siteOfPoint[point];
  }

  /** How many nodes are on the way to a point, or -1 if there is none. */
  int distance(int point) {
    return before[point] == UNSEEN ? -1 : distance[point];
  }

  /** The way to a point. */
  Trace trace(ModelGraph model, int point) {
    List<Trace.Step> steps = new ArrayList<>();
    int at = point;
    for (; before[at] >= 0; at = before[at]) {
      steps.add(
          new Trace.Step(
              model.nodes().get(through[at]), model.values().get(graph.value(siteOfPoint[at]))));
    }
    Collections.reverse(steps);
    return new Trace(model.values().get(graph.value(siteOfPoint[at])), steps);
  }
}

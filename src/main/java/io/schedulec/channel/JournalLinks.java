package io.schedulec.channel;

import io.schedulec.channel.rule.Axis;
import io.schedulec.channel.rule.IndexMap;
import io.schedulec.channel.rule.Links;
import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Node;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Passes the statements of rules on, and takes down which values each joins. */
final class JournalLinks implements Links {
  private final Statements statements;
  private final Journal journal;

  /** The values of axes that were handed out; two axes may be equal, so that each counts. */
  private final IdentityHashMap<Axis, Value> values = new IdentityHashMap<>();

  private final int node;

  /** The statements of one node's rule. */
  JournalLinks(Statements statements, Journal journal, Node node) {
    this.statements = statements;
    this.journal = journal;
    this.node = node.index();
  }

  /** The spaces that an axis has come to consist of. */
  private int[] spaces(Value value, int axis) {
    return statements.views().stated(value, axis).stream().mapToInt(Digit::space).toArray();
  }

  private void link(Value from, int axis, Value to, int target) {
    for (int a : spaces(from, axis)) {
      for (int b : spaces(to, target)) {
        journal.link(from.id(), a, to.id(), b, node);
      }
    }
  }

  private Axis of(Axis axis, Value value) {
    Axis own = new Axis(axis.id(), axis.size(), axis.fixed());
    values.put(own, value);
    return own;
  }

  @Override
  public Axis axis(Value value, int axis) {
    Axis own = statements.axis(value, axis);
    for (int space : spaces(value, axis)) {
      if (space != own.id()) {
        journal.link(value.id(), space, value.id(), own.id(), node);
      }
    }
    return of(own, value);
  }

  @Override
  public boolean whole(Value value, int axis) {
    return statements.whole(value, axis);
  }

  @Override
  public boolean live(Value value, int axis) {
    return statements.live(value, axis);
  }

  @Override
  public boolean dataless(Value value) {
    return statements.dataless(value);
  }

  @Override
  public Optional<Axis> channelsAcrossGroups(Value weight, int size) {
    return across(weight, statements.channelsAcrossGroups(weight, size));
  }

  @Override
  public Optional<Axis> filtersAcrossGroups(Value weight, int size) {
    return across(weight, statements.filtersAcrossGroups(weight, size));
  }

  /** The numbering across groups is the parameter's, at whichever end of a change of type. */
  private Optional<Axis> across(Value weight, Optional<Axis> found) {
    if (found.isEmpty()) {
      return found;
    }
    Value at = weight;
    for (Optional<Node> by = producer(at); by.isPresent(); by = producer(at)) {
      Value source = by.get().input(0).orElseThrow();
      journal.link(source.id(), found.get().id(), at.id(), found.get().id(), by.get().index());
      at = source;
    }
    return Optional.of(of(found.get(), weight));
  }

  @Override
  public void tie(Axis a, Axis b) {
    statements.tie(a, b);
    link(a, b);
  }

  @Override
  public void tie(Axis from, Axis to, IndexMap map) {
    statements.tie(from, to, map);
    link(from, to);
  }

  private void link(Axis a, Axis b) {
    Value from = values.get(a);
    Value to = values.get(b);
    if (from != null && to != null) {
      journal.link(from.id(), a.id(), to.id(), b.id(), node);
    }
  }

  @Override
  public void pass(Value from, Value to, int[] axes, boolean product) {
    statements.pass(from, to, axes, product);
    for (int i = 0; i < axes.length; i++) {
      if (axes[i] >= 0 && axes[i] < shape(to).rank()) {
        link(from, i, to, axes[i]);
      }
    }
  }

  @Override
  public void reshape(Value from, Value to) {
    statements.reshape(from, to);
    linkAll(from, to);
  }

  /** Links what two values have in common, on whichever axes. */
  private void linkAll(Value from, Value to) {
    for (int i = 0; i < shape(from).rank(); i++) {
      for (int k = 0; k < shape(to).rank(); k++) {
        link(from, i, to, k);
      }
    }
  }

  /** Links by way of the space that a node made of an axis, where it made one. */
  private void linkMade(Value from, int axis, Value to) {
    int made = statements.made(from, axis);
    if (made < 0) {
      return;
    }
    for (int space : spaces(from, axis)) {
      journal.link(from.id(), space, from.id(), made, node);
    }
    for (int k = 0; k < shape(to).rank(); k++) {
      for (int space : spaces(to, k)) {
        journal.link(from.id(), made, to.id(), space, node);
      }
    }
  }

  @Override
  public void rearrange(Value from, int[][] sizes, Value to, int[][] places) {
    statements.rearrange(from, sizes, to, places);
    linkAll(from, to);
  }

  @Override
  public void select(Value from, int axis, Value to, int[] axes, int[] targets, int[] indices) {
    statements.select(from, axis, to, axes, targets, indices);
    linkAll(from, to);
    linkMade(from, axis, to);
  }

  @Override
  public void join(List<Value> parts, Value out, int axis) {
    statements.join(parts, out, axis);
    for (Value part : parts) {
      linkAll(part, out);
      linkMade(part, axis, out);
    }
  }

  @Override
  public void contract(Factor a, Factor b, Value out) {
    statements.contract(a, b, out);
    linkAll(a.value(), b.value());
    linkAll(a.value(), out);
    linkAll(b.value(), out);
  }

  @Override
  public boolean attend(Value query, Value key) {
    boolean attended = statements.attend(query, key);
    linkAll(query, key);
    return attended;
  }

  @Override
  public boolean normalises(Node reduction) {
    return statements.normalises(reduction);
  }

  @Override
  public void normalise(Value value, int axis) {
    statements.normalise(value, axis);
  }

  @Override
  public void hold(Value value, int axis, Reason reason) {
    journal.about(value.id());
    statements.hold(value, axis, reason);
    journal.about(-1);
  }

  @Override
  public void separate(Value value, int axis, int count, Reason reason) {
    journal.about(value.id());
    statements.separate(value, axis, count, reason);
    journal.about(-1);
  }

  @Override
  public void freeze(Value value, int axis, Reason reason) {
    journal.about(value.id());
    statements.freeze(value, axis, reason);
    journal.about(-1);
  }

  @Override
  public void freeze(Axis axis, Reason reason) {
    Value value = values.get(axis);
    journal.about(value == null ? -1 : value.id());
    statements.freeze(axis, reason);
    journal.about(-1);
  }

  @Override
  public void freeze(Value value, Reason reason) {
    statements.freeze(value, reason);
  }

  @Override
  public long opset() {
    return statements.opset();
  }

  @Override
  public Optional<Node> producer(Value value) {
    return statements.producer(value);
  }

  @Override
  public Shape shape(Value value) {
    return statements.shape(value);
  }

  @Override
  public boolean sameSize(Value a, int axisOfA, Value b, int axisOfB) {
    return statements.sameSize(a, axisOfA, b, axisOfB);
  }

  @Override
  public Optional<long[]> integers(Value value) {
    return statements.integers(value);
  }

  @Override
  public OptionalLong integer(Value value, int index) {
    return statements.integer(value, index);
  }

  @Override
  public boolean fixed(Value value) {
    return statements.fixed(value);
  }

  @Override
  public void filters(Value weight, int axis, boolean depthwise) {
    statements.filters(weight, axis, depthwise);
  }

  @Override
  public void channels(Value weight, int axis) {
    statements.channels(weight, axis);
  }

  @Override
  public void bias(Value parameter, int axis) {
    statements.bias(parameter, axis);
  }

  @Override
  public void norm(Value parameter, int axis) {
    statements.norm(parameter, axis);
  }

  @Override
  public void equalBlocks(Axis axis, int blocks) {
    statements.equalBlocks(axis, blocks);
  }
}

package io.schedulec.graph.onnx;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names in a function or branch are where that is inlined. */
final class Scope {
  private final FreshNames fresh;
  private final String node;
  private final @Nullable Scope around;
  private final boolean open;
  private final Map<String, String> names = new HashMap<>();

  private Scope(FreshNames fresh, String node, @Nullable Scope around, boolean open) {
    this.fresh = fresh;
    this.node = node;
    this.around = around;
    this.open = open;
  }

  /** The scope of a function that a node calls, which knows nothing of what is around the node. */
  static Scope ofFunction(FreshNames fresh, String node) {
    return new Scope(fresh, node, null, false);
  }

  /** The scope of a branch of a node, which knows everything around the node. */
  static Scope ofBranch(FreshNames fresh, String node) {
    return new Scope(fresh, node, null, true);
  }

  /** The scope of a body in this one. */
  Scope inner() {
    return new Scope(fresh, node, this, true);
  }

  /** Says what a name stands for. */
  void bind(String name, String outer) {
    names.put(name, outer);
  }

  /** Whether it is said what a name stands for. */
  boolean bound(String name) {
    return names.containsKey(name);
  }

  /** Gives something of this scope a name that shows where it is. */
  void define(String name) {
    names.put(name, fresh.fresh(FreshNames.within(node, name)));
  }

  /** Lets something of this scope keep its name if nothing else has it. */
  void keep(String name) {
    names.put(name, fresh.kept(name, node));
  }

  /** What a node of this scope is called: those of a function are called after the call, too. */
  String nodeName(String own) {
    return open ? own : FreshNames.within(node, own);
  }

  /** What a name stands for. */
  String of(String name) {
    if (name.isEmpty()) {
      return name;
    }
    Scope at = this;
    while (true) {
      String known = at.names.get(name);
      if (known != null) {
        return known;
      }
      if (at.around == null) {
        break;
      }
      at = at.around;
    }
    if (at.open) {
      return name;
    }
    at.define(name);
    return at.of(name);
  }
}

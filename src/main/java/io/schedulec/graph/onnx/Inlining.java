package io.schedulec.graph.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what functions consist of in the place of their calls, and the branch that is taken in the
 * place of a node whose condition is known.
 */
final class Inlining {
  private static final int DEEPEST = 100;

  private final ModelBytes file;
  private final RawGraph graph;
  private final Functions functions;
  private final FreshNames names;
  private final Conditions conditions;
  private final List<RawNode> nodes = new ArrayList<>();
  private final List<RawTensor> initializers;
  private final Map<String, String> sealed = new HashMap<>();
  private final Set<RawFunction> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> opaque = new LinkedHashSet<>();
  private final Map<String, String> structures = new HashMap<>();
  private int depth;

  /** What a graph that may call these functions stands for. */
  Inlining(ModelBytes file, RawGraph graph, Functions functions) {
    this.file = file;
    this.graph = graph;
    this.functions = functions;
    this.names = new FreshNames(file, graph);
    this.conditions = new Conditions(graph);
    this.initializers = new ArrayList<>(graph.initializers());
  }

  /** The graph that it stands for. */
  Expanded run() {
    int index = 0;
    for (RawNode node : graph.nodes()) {
      add(node.named(NodeNames.of(node, index++)));
    }
    return new Expanded(graph.with(nodes, initializers), sealed, notes());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String name : opaque) {
      notes.add(
          "function "
              + name
              + " is not looked into, because it is written for another version of the standard"
              + " operators than the model");
    }
    return notes;
  }

  private void add(RawNode node) {
    names.spendNode(node);
    RawFunction function = functions.calledBy(node);
    RawGraph branch = function == null ? conditions.taken(node) : null;
    if (function != null && functions.understood(function)) {
      enter(node);
      call(node, function);
      depth--;
    } else if (branch != null) {
      enter(node);
      branch(node, branch);
      depth--;
    } else {
      append(function == null ? node : opaque(node, function));
    }
  }

  /** A call that stays one; what it calls is part of what it is. */
  private RawNode opaque(RawNode call, RawFunction function) {
    opaque.add(function.name());
    String name = String.join("::", function.domain(), function.name(), function.overload());
    String structure = structures.computeIfAbsent(name, any -> BodyStructure.of(function));
    return call.with(call.inputs(), call.parts().with("(function)", structure));
  }

  private void enter(RawNode node) {
    if (++depth > DEEPEST) {
      throw file.senseless(
          "functions and branches are nested more than " + DEEPEST + " deep at " + node.name());
    }
  }

  private void append(RawNode node) {
    conditions.note(node);
    nodes.add(node);
  }

  private void call(RawNode call, RawFunction function) {
    if (!open.add(function)) {
      throw file.senseless("function " + function.name() + " calls itself");
    }
    Scope scope = scope(call, function);
    RawNode.Inlined elsewhere = new RawNode.Inlined("function " + function.name(), "");
    RawNode.Inlined last = new RawNode.Inlined(elsewhere.where(), module(call));
    Renaming renaming = new Renaming(scope, names, call, function.defaults());
    int end = lastOperator(function.nodes());
    for (int i = 0; i < function.nodes().size(); i++) {
      add(renaming.of(function.nodes().get(i), i, i == end ? last : elsewhere));
    }
    passOn(call, function.outputs(), scope, elsewhere);
    for (String name : function.declared()) {
      sealed.put(scope.of(name), elsewhere.where());
    }
    open.remove(function);
  }

  /** What a function calls its inputs and outputs is what they are at the call. */
  private Scope scope(RawNode call, RawFunction function) {
    if (call.inputs().size() > function.inputs().size()
        || call.outputs().size() > function.outputs().size()) {
      throw file.senseless(
          call.name() + " has more inputs or outputs than function " + function.name());
    }
    Scope scope = Scope.ofFunction(names, call.name());
    int place = 0;
    for (String input : function.inputs()) {
      scope.bind(input, place < call.inputs().size() ? call.inputs().get(place) : "");
      place++;
    }
    for (int i = 0; i < call.outputs().size(); i++) {
      String result = function.outputs().get(i);
      if (!call.outputs().get(i).isEmpty() && !scope.bound(result)) {
        scope.bind(result, call.outputs().get(i));
      }
    }
    return scope;
  }

  /** An output that is the same as something else becomes an identity of that. */
  private void passOn(RawNode node, List<String> results, Scope scope, RawNode.Inlined where) {
    for (int i = 0; i < node.outputs().size(); i++) {
      String outer = node.outputs().get(i);
      String inner = scope.of(results.get(i));
      if (!outer.isEmpty() && !outer.equals(inner)) {
        append(identity(node, inner, outer, where));
      }
    }
  }

  private static RawNode identity(RawNode node, String from, String to, RawNode.Inlined where) {
    return new RawNode(
        FreshNames.within(node.name(), "Identity"),
        "",
        "Identity",
        "",
        List.of(from),
        List.of(to),
        new RawAttributes(),
        node.metadata(),
        where);
  }

  /**
   * The module that a call was traced in; its name is that of the last thing the function does.
   * Which modules its other nodes were traced in, nothing tells.
   */
  private static @Nullable String module(RawNode call) {
    RawNode.Inlined inlined = call.inlined();
    String known = inlined == null ? null : inlined.module();
    return known == null ? ModulePath.ofNodeName(call.name()) : known;
  }

  private static int lastOperator(List<RawNode> nodes) {
    int last = nodes.size() - 1;
    while (last >= 0 && nodes.get(last).is("Constant")) {
      last--;
    }
    return last;
  }

  private void branch(RawNode node, RawGraph branch) {
    RawNode.Inlined where = new RawNode.Inlined("a branch of " + node.name(), null);
    Captures.of(node).forEach(captured -> sealed.put(captured, where.where()));
    node.outputs().forEach(output -> sealed.put(output, where.where()));
    Scope scope = Scope.ofBranch(names, node.name());
    bindResults(node, branch, scope);
    for (RawTensor tensor : branch.initializers()) {
      scope.keep(tensor.name());
      initializers.add(tensor.named(scope.of(tensor.name())).within(where.where()));
    }
    for (RawNode inner : branch.nodes()) {
      for (String output : inner.outputs()) {
        keep(output, scope, where);
      }
    }
    Renaming renaming = new Renaming(scope, names, node, new RawAttributes());
    for (int i = 0; i < branch.nodes().size(); i++) {
      add(renaming.of(branch.nodes().get(i), i, where));
    }
    passOn(node, branch.outputNames(), scope, where);
  }

  private void keep(String output, Scope scope, RawNode.Inlined where) {
    if (!output.isEmpty()) {
      if (!scope.bound(output)) {
        scope.keep(output);
      }
      sealed.put(scope.of(output), where.where());
    }
  }

  /** What a branch computes is what its node computes, unless that is so of another output. */
  private static void bindResults(RawNode node, RawGraph branch, Scope scope) {
    Set<String> computed = new HashSet<>();
    for (RawNode inner : branch.nodes()) {
      computed.addAll(inner.outputs());
    }
    for (int i = 0; i < node.outputs().size(); i++) {
      String outer = node.outputs().get(i);
      String result = branch.outputs().get(i).name();
      if (!outer.isEmpty() && computed.contains(result) && !scope.bound(result)) {
        scope.bind(result, outer);
      }
    }
  }
}

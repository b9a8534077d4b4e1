package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the calls of one graph into nodes, in their order, which is one of computing. */
final class Translation {
  /** They check something when the program runs, and compute nothing. */
  private static final Set<String> CHECKS =
      Set.of(
          "_assert_tensor_metadata",
          "_assert_scalar",
          "_assert_async",
          "sym_constrain_range",
          "sym_constrain_range_for_size");

  /** They run a graph as it is, under some setting. */
  private static final Set<String> WRAPPERS =
      Set.of("wrap_with_set_grad_enabled", "wrap_with_autocast", "hints_wrapper", "checkpoint");

  private final Frame frame;
  private final Wiring wiring;

  /** The calls of a graph whose inputs are bound. */
  Translation(Frame frame, Wiring wiring) {
    this.frame = frame;
    this.wiring = wiring;
  }

  /** Makes the nodes, and binds the names of what they compute. */
  void run() {
    List<Json> calls = frame.calls();
    Aliases aliases = Aliases.of(frame, calls);
    for (int i = 0; i < calls.size(); i++) {
      Call call = new Call(calls.get(i), i, frame, wiring);
      boolean seen =
          call.target().inPlace()
              && !call.arguments().isEmpty()
              && aliases.usedAfter(call.arguments().get(0), i);
      aliases.add(call.target(), call.arguments(), call.results());
      // Parameters become values here, so that none is taken back with a call that is not mapped.
      call.arguments().forEach(name -> frame.value(call.json(), name));
      translate(call, seen, aliases);
    }
  }

  private void translate(Call call, boolean seen, Aliases aliases) {
    Target target = call.target();
    if (CHECKS.contains(target.name())) {
      return;
    }
    if (target.domain().equals("higher_order") && WRAPPERS.contains(target.name())) {
      inline(call);
      return;
    }
    Optional<Operator> operator = seen ? Optional.empty() : AtenOperators.of(target);
    if (operator.isEmpty() || !mapped(operator.get(), call, aliases)) {
      unmapped(call);
    }
  }

  private boolean mapped(Operator operator, Call call, Aliases aliases) {
    int[] mark = wiring.mark();
    try {
      operator.map(call);
      for (String result : call.results()) {
        if (!call.makes(result) && aliases.used(result)) {
          throw new NotMapped();
        }
      }
      call.bindAll();
      return true;
    } catch (NotMapped | IndexOutOfBoundsException | ArithmeticException notUnderstood) {
      call.forget();
      wiring.backTo(mark);
      return false;
    }
  }

  /** A node of the library's own domain, of which the analysis knows nothing. */
  private void unmapped(Call call) {
    List<Optional<Value>> inputs = new ArrayList<>();
    for (String argument : call.arguments()) {
      inputs.add(Optional.of(frame.value(call.json(), argument)));
    }
    List<Optional<Value>> outputs = new ArrayList<>();
    for (String result : call.results()) {
      outputs.add(Optional.of(call.declare(result)));
    }
    Target target = call.target();
    wiring.node(
        call.name(),
        target.domain(),
        target.name(),
        inputs,
        outputs,
        Attributes.NONE,
        call.scope());
    call.bindAll();
  }

  /** The calls of a graph in the place of the call that runs it. */
  private void inline(Call call) {
    Json argument = call.graph();
    Frame inner = new Frame(argument.member("graph"), frame.prefix() + call.name() + "/", wiring);
    List<Json> inputs = argument.member("graph").member("inputs").items();
    List<String> given = call.arguments();
    List<String> wanted = new ArrayList<>();
    inputs.forEach(input -> wanted.addAll(Names.in(input)));
    if (wanted.size() != given.size()) {
      throw call.json()
          .wrong("gives " + given.size() + " tensors to a graph that takes " + wanted.size());
    }
    for (int i = 0; i < wanted.size(); i++) {
      inner.bind(argument, wanted.get(i), frame.value(call.json(), given.get(i)));
    }
    new Translation(inner, wiring).run();
    bindResults(call, inner, argument.member("graph"));
  }

  private void bindResults(Call call, Frame inner, Json graph) {
    List<String> computed = new ArrayList<>();
    graph.member("outputs").items().forEach(output -> computed.addAll(Names.in(output)));
    List<String> results = call.results();
    if (computed.size() != results.size()) {
      throw call.json()
          .wrong("takes " + results.size() + " results from a graph that has " + computed.size());
    }
    for (int i = 0; i < results.size(); i++) {
      frame.bind(call.json(), results.get(i), inner.value(graph, computed.get(i)));
    }
  }
}

package io.schedulec.bind;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.graph.Parameter;
import io.schedulec.selector.Pattern;
import io.schedulec.selector.Selector;
import io.schedulec.selector.World;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/** A model, as one selector of a schedule sees it. */
final class SelectorWorld implements World {
  private final Universe universe;
  private final SelectorFindings findings;
  private final GraphFunctions functions;
  private final Consumer<Diagnostic> out;

  SelectorWorld(Universe universe, SelectorUse use, Consumer<Diagnostic> out) {
    this.universe = universe;
    this.findings = new SelectorFindings(universe, use);
    this.functions = new GraphFunctions(universe, findings, this, out);
    this.out = out;
  }

  @Override
  public int size() {
    return universe.size();
  }

  @Override
  public BitSet named(Selector.Names names) {
    BitSet found = named(names.pattern());
    if (found.isEmpty()) {
      out.accept(findings.nothing(names));
    }
    return found;
  }

  @Override
  public BitSet call(Selector.Call call) {
    return functions.call(call);
  }

  /** The parameters whose names fit. */
  BitSet named(Pattern pattern) {
    BitSet found = new BitSet();
    if (pattern.plain()) {
      Optional<Parameter> parameter = universe.facts().names().find(pattern.text());
      parameter.flatMap(universe::number).ifPresent(found::set);
      return found;
    }
    for (int i = 0; i < size(); i++) {
      found.set(i, pattern.matches(universe.plain(i)));
    }
    return found;
  }
}

package io.schedulec.bind;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.selector.Pattern;
import io.schedulec.selector.Selector;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What selectors can ask a graph. All of it answers with weights of layers. */
final class GraphFunctions {
  /** The functions, each with what it is given, as it is shown. */
  static final Map<String, String> ALL =
      Map.of(
          "depthwise", "depthwise()",
          "op", "op(Conv)",
          "readers", "readers(LAYER)",
          "within", "within(MODULE)",
          "writers", "writers(LAYER)");

  private final Universe universe;
  private final SelectorFindings findings;
  private final SelectorWorld world;
  private final Consumer<Diagnostic> out;

  GraphFunctions(
      Universe universe, SelectorFindings findings, SelectorWorld world, Consumer<Diagnostic> out) {
    this.universe = universe;
    this.findings = findings;
    this.world = world;
    this.out = out;
  }

  BitSet call(Selector.Call call) {
    BitSet found =
        switch (call.name()) {
          case "op" -> each(call, this::operator);
          case "within" -> each(call, this::within);
          case "writers" -> each(call, argument -> neighbours(argument, true));
          case "readers" -> each(call, argument -> neighbours(argument, false));
          case "depthwise" -> depthwise();
          default -> throw new AssertionError(call);
        };
    if (found.isEmpty() && call.arguments().isEmpty()) {
      out.accept(findings.noDepthwise(call));
    }
    return found;
  }

  private static BitSet each(Selector.Call call, Function<Selector, BitSet> function) {
    BitSet all = new BitSet();
    call.arguments().forEach(argument -> all.or(function.apply(argument)));
    return all;
  }

  private BitSet operator(Selector argument) {
    BitSet found = new BitSet();
    if (!(argument instanceof Selector.Names names)) {
      out.accept(findings.notAWord(argument, "op", "the name of an operator"));
      return found;
    }
    universe
        .operators()
        .forEach(
            (operator, weights) -> {
              if (names.pattern().matches(operator)) {
                found.or(weights);
              }
            });
    if (found.isEmpty()) {
      out.accept(findings.noOperator(names));
    }
    return found;
  }

  private BitSet within(Selector argument) {
    BitSet found = new BitSet();
    if (!(argument instanceof Selector.Names names)) {
      out.accept(findings.notAWord(argument, "within", "the name of a module"));
      return found;
    }
    for (int i = 0; i < universe.size(); i++) {
      found.set(i, universe.layer(i) && inside(names.pattern(), universe.plain(i)));
    }
    if (found.isEmpty()) {
      out.accept(findings.noModule(names, modules()));
    }
    return found;
  }

  private static boolean inside(Pattern module, String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (module.matches(name.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private Set<String> modules() {
    Set<String> modules = new LinkedHashSet<>();
    for (int i = 0; i < universe.size(); i++) {
      String name = universe.plain(i);
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        modules.add(name.substring(0, dot));
      }
    }
    return modules;
  }

  /** The writers or readers of the channels that some layers write. */
  private BitSet neighbours(Selector argument, boolean writers) {
    BitSet found = new BitSet();
    BitSet layers = layers(argument);
    for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
      String name = universe.parameter(i).name();
      for (CoupledGroup group : universe.facts().spaces().groupsOf(name, Role.FILTERS)) {
        for (Member member : writers ? group.writers() : group.readers()) {
          universe.number(member.parameter()).ifPresent(found::set);
        }
      }
    }
    if (found.isEmpty() && !layers.isEmpty()) {
      out.accept(findings.noNeighbours(argument, writers));
    }
    return found;
  }

  /** The weights of the layers that an argument names. */
  private BitSet layers(Selector argument) {
    if (!(argument instanceof Selector.Names names)) {
      BitSet found = argument.select(world);
      return found;
    }
    BitSet found = world.named(names.pattern());
    for (int i = 0; i < universe.size(); i++) {
      String layer = universe.parameter(i).layer();
      boolean fits = universe.layer(i) && names.pattern().matches(NameIndex.plain(layer));
      found.set(i, universe.layer(i) && (found.get(i) || fits));
    }
    if (found.isEmpty()) {
      out.accept(findings.noLayer(names));
    }
    return found;
  }

  private BitSet depthwise() {
    BitSet found = new BitSet();
    List<CoupledGroup> groups = universe.facts().spaces().groups();
    for (CoupledGroup group : groups) {
      for (Member member : group.members()) {
        if (member.depthwise()) {
          universe.number(member.parameter()).ifPresent(found::set);
        }
      }
    }
    return found;
  }
}

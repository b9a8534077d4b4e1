package io.schedulec.graph.pt2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names of a graph are views of one memory, and whether writing to one is seen by another.
 *
 * <p>The graph does not say that an operator that works in place changes the views of what it
 * changes. Where one of those is used afterwards, the write is no function of its arguments.
 */
final class Aliases {
  private static final Set<String> VIEWS =
      Set.of(
          "alias",
          "alpha_dropout",
          "as_strided",
          "chunk",
          "contiguous",
          "detach",
          "diagonal",
          "dropout",
          "expand",
          "expand_as",
          "feature_dropout",
          "flatten",
          "lift_fresh_copy",
          "movedim",
          "narrow",
          "numpy_T",
          "permute",
          "ravel",
          "reshape",
          "reshape_as",
          "select",
          "slice",
          "split",
          "split_with_sizes",
          "squeeze",
          "swapaxes",
          "swapdims",
          "t",
          "to",
          "transpose",
          "type_as",
          "unbind",
          "unflatten",
          "unfold",
          "unsafe_chunk",
          "unsafe_split",
          "unsqueeze",
          "view",
          "view_as",
          "tensor_split",
          "float",
          "moveaxis",
          "mT",
          "mH",
          "adjoint",
          "_to_copy",
          "_unsafe_view",
          "hsplit",
          "vsplit",
          "dsplit",
          "identity",
          "real",
          "imag",
          "view_as_real",
          "view_as_complex");

  private final Map<String, Integer> lastUse = new HashMap<>();
  private final Map<String, Memory> memories = new HashMap<>();

  /** The last uses of the views of one memory. */
  private static final class Memory {
    int lastUse = -1;

    void add(int use) {
      lastUse = Math.max(lastUse, use);
    }
  }

  /** The uses of names by the calls of a graph and by its outputs. */
  static Aliases of(Frame frame, List<Json> calls) {
    Aliases aliases = new Aliases();
    for (int i = 0; i < calls.size(); i++) {
      for (Json input : calls.get(i).member("inputs").items()) {
        for (String name : Names.in(input.member("arg"))) {
          aliases.lastUse.put(name, i);
        }
      }
    }
    for (Json output : frame.graph().member("outputs").items()) {
      Names.in(output).forEach(name -> aliases.lastUse.put(name, Integer.MAX_VALUE));
    }
    if (!frame.prefix().isEmpty()) {
      // What an inner graph is given may be used afterwards by the one around it.
      for (Json input : frame.graph().member("inputs").items()) {
        Names.in(input).forEach(name -> aliases.lastUse.put(name, Integer.MAX_VALUE));
      }
    }
    return aliases;
  }

  /** Whether anything uses a name. */
  boolean used(String name) {
    return lastUse.containsKey(name);
  }

  /** Takes down a call: its results are views of its first argument, or memory of their own. */
  void add(Target target, List<String> arguments, List<String> results) {
    boolean views =
        target.aten()
            && !arguments.isEmpty()
            && (target.inPlace() || VIEWS.contains(target.name()));
    for (String result : results) {
      Memory memory = views ? memory(arguments.get(0)) : new Memory();
      memory.add(lastUse.getOrDefault(result, -1));
      memories.put(result, memory);
    }
  }

  /** Whether a name is used after a call, or a view of the same memory is. */
  boolean usedAfter(String name, int call) {
    return memory(name).lastUse > call;
  }

  private Memory memory(String name) {
    Memory memory = memories.get(name);
    if (memory == null) {
      memory = new Memory();
      memory.add(lastUse.getOrDefault(name, -1));
      memories.put(name, memory);
    }
    return memory;
  }
}

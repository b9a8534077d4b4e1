package io.schedulec.plan;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sizes of tensors while a plan is put together. */
final class PlanSizes {
  private final Map<String, long[]> sizes = new LinkedHashMap<>();
  private final Set<String> forgotten = new HashSet<>();

  PlanSizes(ModelGraph graph) {
    for (Parameter parameter : graph.parameters()) {
      sizes.putIfAbsent(parameter.name(), parameter.shape().toArray());
    }
  }

  /** The indices of an axis; -1 where the weights decide. */
  long axis(String tensor, int axis) {
    return forgotten.contains(tensor) ? -1 : sizes.getOrDefault(tensor, new long[0])[axis];
  }

  long elements(String tensor) {
    long product = 1;
    for (long size : sizes.getOrDefault(tensor, new long[0])) {
      product *= size;
    }
    return product;
  }

  /** The tensors whose sizes are known. */
  List<String> known() {
    List<String> names = new ArrayList<>(sizes.keySet());
    names.removeAll(forgotten);
    return names;
  }

  void remove(CoupledGroup group, int channels) {
    for (io.schedulec.channel.Member member : group.members()) {
      if (!member.convInput()) {
        int width = member.indices().of(0).size();
        sizes.getOrDefault(member.parameter().name(), new long[9])[member.axis()] -=
            (long) width * channels;
      }
    }
  }

  void forget(CoupledGroup group) {
    group.members().forEach(member -> forgotten.add(member.parameter().name()));
  }
}

package io.schedulec.surgery;

import io.schedulec.channel.ChannelAnalysis;
import io.schedulec.channel.ChannelSpaces;
import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Member;
import io.schedulec.channel.Role;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Shape;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.graph.onnx.StoredWeights;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model file of a test, and what can be done to it. */
record Cutting(Path file, ModelGraph graph, ShapeTable shapes, ChannelSpaces spaces) {

  static Cutting of(Path file) {
    ModelGraph graph = OnnxReader.read(file);
    ShapeTable shapes = ShapeInference.of(graph);
    return new Cutting(file, graph, shapes, ChannelAnalysis.of(graph, shapes));
  }

  ModelRewrite unchanged() {
    return ModelRewrite.of(file, graph, shapes);
  }

  /** Some channels of the group whose filters a parameter makes. */
  Removal filters(String parameter, Integer... channels) {
    return new Removal(spaces.groupsOf(parameter, Role.FILTERS).get(0), List.of(channels));
  }

  Parameter parameter(String name) {
    return graph.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The elements of a parameter of single precision. */
  float[] floats(String name) {
    ByteBuffer data = bytes(parameter(name)).data();
    float[] floats = new float[data.remaining() / Float.BYTES];
    data.asFloatBuffer().get(floats);
    return floats;
  }

  private WeightBytes bytes(Parameter parameter) {
    return StoredWeights.of(file).of(parameter).orElseThrow();
  }

  /** The model whose readers' weights for the removed channels are zero. */
  ModelRewrite zeroed(List<Removal> removals) {
    Map<Parameter, Set<Integer>> zeros = new HashMap<>();
    for (Removal removal : removals) {
      for (Member reader : removal.group().readers()) {
        add(zeros, reader, removal.channels());
      }
    }
    return without(zeros);
  }

  /** The model in which some members are zero for some channels. */
  ModelRewrite zeroed(List<Member> members, List<Integer> channels) {
    Map<Parameter, Set<Integer>> zeros = new HashMap<>();
    members.forEach(member -> add(zeros, member, channels));
    return without(zeros);
  }

  /**
   * The model in which some channels of a group are made like others, and are not read: whatever
   * normalises over all of them finds the mean and the variance of the others.
   *
   * @param pairs for each of these channels the other
   */
  ModelRewrite doubled(CoupledGroup group, Map<Integer, Integer> pairs) {
    Map<Parameter, float[]> changed = new LinkedHashMap<>();
    for (Member member : group.members()) {
      float[] values =
          changed.computeIfAbsent(member.parameter(), parameter -> floats(parameter.name()));
      float[] old = floats(member.parameter().name());
      pairs.forEach(
          (channel, other) -> {
            for (int i = 0; i < member.indices().of(channel).size(); i++) {
              int to = member.indices().of(channel).get(i);
              int from = member.reader() ? -1 : member.indices().of(other).get(i);
              copy(member, old, from, values, to);
            }
          });
    }
    ModelRewrite rewrite = unchanged();
    for (Map.Entry<Parameter, float[]> entry : changed.entrySet()) {
      ByteBuffer bytes = ByteBuffer.allocate(entry.getValue().length * Float.BYTES);
      bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(entry.getValue());
      rewrite = rewrite.with(entry.getKey(), bytes);
    }
    return rewrite;
  }

  /** Copies what is at one index of an axis to another; zeros from none. */
  private static void copy(Member member, float[] old, int from, float[] values, int to) {
    if (member.convInput()) {
      throw new AssertionError("no network reads such channels in groups");
    }
    Shape shape = member.parameter().shape();
    int inner = (int) shape.product(member.axis() + 1, shape.rank());
    int size = (int) shape.dim(member.axis());
    for (int element = 0; element < values.length; element++) {
      if (element / inner % size == to) {
        values[element] = from < 0 ? 0 : old[element + (from - to) * inner];
      }
    }
  }

  private static void add(
      Map<Parameter, Set<Integer>> zeros, Member member, List<Integer> channels) {
    for (int channel : channels) {
      Set<Integer> of = zeros.computeIfAbsent(member.parameter(), any -> new HashSet<>());
      member.indices().of(channel).forEach(index -> add(of, member, index));
    }
  }

  private ModelRewrite without(Map<Parameter, Set<Integer>> zeros) {
    ModelRewrite rewrite = unchanged();
    for (Map.Entry<Parameter, Set<Integer>> entry : zeros.entrySet()) {
      rewrite = rewrite.with(entry.getKey(), without(entry.getKey(), entry.getValue()));
    }
    return rewrite;
  }

  /** The elements at an index of the axis of a reader. */
  private static void add(Set<Integer> elements, Member reader, int index) {
    Shape shape = reader.parameter().shape();
    int inner = (int) shape.product(reader.axis() + 1, shape.rank());
    int size = (int) shape.dim(reader.axis());
    for (int element = 0; element < shape.elements(); element++) {
      if (element / inner % size == index) {
        elements.add(element);
      }
    }
  }

  private ByteBuffer without(Parameter parameter, Set<Integer> zeros) {
    ByteBuffer data = bytes(parameter).data();
    ByteBuffer copy = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    copy.put(data).flip();
    zeros.forEach(element -> copy.putFloat(element * Float.BYTES, 0));
    return copy;
  }
}

package io.schedulec.channel;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.Value;
import io.schedulec.graph.shape.ShapeInference;
import io.schedulec.graph.shape.ShapeTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has to be true of the explanations of a model. */
final class TraceLaws {
  private final List<String> broken = new ArrayList<>();
  private final Explanations explanations;
  private final ChannelSpaces spaces;
  private int traces;

  private TraceLaws(ModelGraph graph) {
    ShapeTable shapes = ShapeInference.of(graph);
    explanations = Explanations.of(graph, shapes);
    spaces = ChannelAnalysis.of(graph, shapes);
  }

  /** Everything that is not as it should be, for every n-th parameter. */
  static List<String> broken(ModelGraph graph, int every) {
    TraceLaws laws = new TraceLaws(graph);
    List<Parameter> parameters = graph.parameters();
    for (int i = 0; i < parameters.size(); i += every) {
      laws.judge(parameters.get(i).name());
    }
    return laws.broken;
  }

  /** The number of traces of all parameters. */
  static int traces(ModelGraph graph) {
    TraceLaws laws = new TraceLaws(graph);
    graph.parameters().forEach(parameter -> laws.judge(parameter.name()));
    return laws.traces;
  }

  private void judge(String name) {
    for (AxisExplanation axis : explanations.axes(name)) {
      String place = name + " axis " + axis.member().axis() + " group " + axis.group().id();
      CoupledGroup group = spaces.groups().get(axis.group().id());
      expect(group.equals(axis.group()), place + " is another group");
      reasons(place, axis);
      Set<String> reached = new HashSet<>();
      for (Coupling coupling : axis.couplings()) {
        Trace trace = coupling.trace();
        String target = coupling.member().parameter().name();
        reached.add(target + "@" + coupling.member().axis());
        expect(!trace.steps().isEmpty(), place + " has no way to " + target);
        expect(name(trace.end()).equals(target), place + " ends elsewhere than at " + target);
        judge(place + " to " + target, name, trace);
      }
      expect(
          axis.couplings().size() == group.members().size() - 1,
          place + " is coupled with " + reached);
    }
  }

  private void reasons(String place, AxisExplanation axis) {
    Set<String> expected = new TreeSet<>();
    axis.group().frozen().forEach(frozen -> expected.add(frozen.reason()));
    Set<String> found = new TreeSet<>();
    for (Holding holding : axis.holdings()) {
      found.add(holding.reason().word());
      expect(holding.channels().count() > 0, place + " holds nothing: " + holding.reason());
      judge(place + " to " + holding.reason(), name(axis.member()), holding.trace());
    }
    expect(found.equals(expected), place + " is held by " + expected + ", explained " + found);
  }

  private void judge(String place, String start, Trace trace) {
    traces++;
    expect(name(trace.start()).equals(start), place + " starts elsewhere");
    for (int i = 0; i < trace.steps().size(); i++) {
      Trace.Step step = trace.steps().get(i);
      boolean touches =
          touches(step.node(), trace.before(i)) && touches(step.node(), step.tensor());
      expect(touches, place + " does not pass " + step.node());
      expect(!mixes(step.node(), trace.before(i), step.tensor()), place + " mixes " + step.node());
    }
  }

  /** Whether a step leads through a convolution, each of whose outputs needs every input. */
  private static boolean mixes(Node node, Value before, Value after) {
    boolean dense = node.opType().equals("Conv") && node.attributes().integer("group", 1) == 1;
    boolean through =
        node.input(0).equals(Optional.of(before)) && node.output(0).equals(Optional.of(after));
    boolean back =
        node.output(0).equals(Optional.of(before)) && node.input(0).equals(Optional.of(after));
    return dense && (through || back);
  }

  private static boolean touches(Node node, Value tensor) {
    List<Optional<Value>> all = new ArrayList<>(node.inputs());
    all.addAll(node.outputs());
    return all.stream().anyMatch(v -> v.isPresent() && name(v.get()).equals(name(tensor)));
  }

  private static String name(Member member) {
    return member.parameter().name();
  }

  private static String name(Value value) {
    return value.parameter().map(Parameter::name).orElse(value.name());
  }

  private void expect(boolean law, String otherwise) {
    if (!law) {
      broken.add(otherwise);
    }
  }
}

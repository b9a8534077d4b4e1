package io.schedulec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.channel.CoupledGroup;
import io.schedulec.channel.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a plan may hold is forgotten by who prints, reads or verifies it. */
final class EveryKindTest {
  private static final Bundled MODEL = Bundled.model("simplenet_cifar");
  private static final List<Rounding> ROUNDINGS =
      List.of(new Rounding.Distiller(), new Rounding.KeepFloor(), new Rounding.Multiple(2));

  static Stream<Rounding> roundings() {
    return ROUNDINGS.stream();
  }

  @ParameterizedTest
  @MethodSource("roundings")
  void isPrintedReadAndVerified(Rounding rounding) {
    Plan plan = plan(rounding);

    assertThat(Verifying.verified(plan, MODEL).plan()).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Step.class,
        Selection.class,
        Structures.class,
        Amount.class,
        Rounding.class,
        Indices.class,
        Call.Argument.class
      })
  void theSamplesHoldEveryKind(Class<?> type) {
    Set<Class<?>> held = new HashSet<>();
    ROUNDINGS.forEach(rounding -> collect(plan(rounding), held));

    assertThat(held).contains(type.getPermittedSubclasses());
  }

  private static void collect(Plan plan, Set<Class<?>> into) {
    into.add(plan.header().rounding().getClass());
    plan.groups().forEach(g -> g.members().forEach(m -> into.add(m.indices().getClass())));
    for (Block block : plan.blocks()) {
      for (Step step : block.steps()) {
        into.add(step.getClass());
        if (step instanceof Step.Mask mask) {
          into.add(mask.structures().getClass());
          into.add(mask.selection().getClass());
          Amount amount =
              mask.selection() instanceof Selection.Lowest lowest
                  ? lowest.share()
                  : ((Selection.Below) mask.selection()).threshold();
          into.add(amount.getClass());
        } else if (step instanceof Step.LearningRate rate) {
          rate.call().arguments().values().forEach(argument -> into.add(argument.getClass()));
        }
      }
    }
  }

  private static Plan plan(Rounding rounding) {
    Header header =
        new Header(
            "a.yaml",
            "0".repeat(64),
            MODEL.graph().name(),
            io.schedulec.graph.Structure.digest(MODEL.graph()),
            MODEL.graph().nodes().size(),
            MODEL.graph().parameters().size(),
            rounding);
    CoupledGroup group = MODEL.spaces().groupsOf("conv2.weight", Role.FILTERS).get(0);
    int after = group.size() - rounding.removed(0.5, group.size());
    Step.Thin thin =
        new Step.Thin(
            List.of("wide"),
            Role.FILTERS,
            OptionalInt.of(group.size()),
            OptionalInt.of(after),
            DeadChannels.DROP);
    return new Plan(
        header,
        List.of(PlanGen.group(group, "wide")),
        List.of(
            new Block(List.of(0, 1, 2), List.of(ramp(group.size()), elements(), slopes(), rate())),
            new Block(List.of(3), List.of(thin))));
  }

  private static Step ramp(int size) {
    return new Step.Mask(
        new Structures.Axis(0),
        OptionalInt.of(size),
        new Selection.Lowest(new Amount.Agp(0, 0.5, 0, 2), Criterion.L2, Optional.empty()),
        List.of("conv2.weight"));
  }

  private static Step elements() {
    return new Step.Mask(
        new Structures.Elements(),
        OptionalInt.empty(),
        new Selection.Below(new Amount.Fixed(0.125)),
        List.of("fc1.weight", "fc2.weight"));
  }

  private static Step slopes() {
    return new Step.Mask(
        new Structures.Elements(),
        OptionalInt.empty(),
        new Selection.Below(new Amount.Slopes(0.01, 0.02, 0, 1, 1)),
        List.of("fc3.weight"));
  }

  private static Step rate() {
    Call.Argument text = new Call.Argument.Text("min");
    return new Step.LearningRate(
        "lr",
        new Call(
            "Any",
            Map.of(
                "a", new Call.Argument.Numeral(0.1),
                "b", text,
                "c", new Call.Argument.Flag(false),
                "d", new Call.Argument.None(),
                "e", new Call.Argument.Items(List.of(text)))));
  }
}

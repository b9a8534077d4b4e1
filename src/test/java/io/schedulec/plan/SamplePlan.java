package io.schedulec.plan;

import io.schedulec.channel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A small plan with every construct; it fits no model. */
final class SamplePlan {
  static final Header HEADER =
      new Header(
          "resnet20_filters.yaml",
          "5f0c".repeat(16),
          "resnet20_cifar.onnx",
          "9a1e".repeat(16),
          71,
          107,
          new Rounding.Distiller());

  static final Plan PLAN =
      new Plan(HEADER, List.of(chain(), branch(), strange()), List.of(ramp(), once(), last()));

  static final Comments COMMENTS =
      new Comments(
          Map.of("layer2.0.conv2", "1 writer, 3 readers", "branch1", "1 writer, 1 reader"),
          List.of(
              List.of("3, 6, 8, … 16 of 32   chain, a.yaml:14:3", "a.yaml:20:3"),
              List.of("fine, a.yaml:30:3", "fc_pruner, a.yaml:33:3", "lr, a.yaml:60:3"),
              List.of(
                  "net_thinner, a.yaml:41:5", "net_thinner, a.yaml:41:5", "", "lr, a.yaml:60:3")));

  private SamplePlan() {}

  private static Group chain() {
    return new Group(
        "layer2.0.conv2",
        32,
        List.of(
            member("layer2.0.conv2.weight", 0, Role.FILTERS, Indices.IDENTITY),
            member("layer2.0.bn2.weight", 0, Role.NORM, Indices.IDENTITY),
            member("layer2.0.bn2.bias", 0, Role.NORM, Indices.IDENTITY),
            member("layer2.1.conv1.weight", 1, Role.CHANNELS, Indices.IDENTITY),
            new Member("layer2.1.conv9.weight", 1, Role.CHANNELS, Indices.IDENTITY, true),
            member("fc1.weight", 1, Role.CHANNELS, runs(25, 25, 0))),
        List.of(new Group.Balance(4, "conv2.weight", 0)));
  }

  private static Group branch() {
    return new Group(
        "branch1",
        64,
        List.of(
            member("branch1.weight", 0, Role.FILTERS, Indices.IDENTITY),
            member("cat.weight", 1, Role.CHANNELS, runs(1, 1, 64)),
            member("merge.weight", 1, Role.CHANNELS, runs(1, 1, 0, 64, 128, 192)),
            member("heads.weight", 1, Role.OTHER, runs(4, 2, 0, 256))),
        List.of());
  }

  private static Group strange() {
    List<List<Integer>> lists =
        IntStream.range(0, 24)
            .mapToObj(i -> List.of(i, 24 + 3 * i, 25 + 3 * i, 26 + 3 * i))
            .toList();
    return new Group(
        "group",
        24,
        List.of(
            member("größe \"1\"", 0, Role.BIAS, Indices.IDENTITY),
            member("odd.weight", 1, Role.CHANNELS, new Indices.Table(lists))),
        List.of());
  }

  private static Member member(String tensor, int axis, Role role, Indices indices) {
    return new Member(tensor, axis, role, indices, false);
  }

  private static Indices.Runs runs(int stride, int width, Integer... offsets) {
    return new Indices.Runs(List.of(offsets), stride, width);
  }

  private static Block ramp() {
    Amount share = new Amount.Agp(0.1, 0.5, 0, 28);
    List<String> tensors = List.of("layer2.0.conv2.weight", "layer2.0.downsample.0.weight");
    return new Block(
        IntStream.rangeClosed(0, 14).map(i -> 2 * i).boxed().toList(),
        List.of(
            new Step.Mask(
                new Structures.Axis(0),
                OptionalInt.of(32),
                new Selection.Lowest(share, Criterion.L1, Optional.of("layer2.0.conv2.weight")),
                tensors),
            new Step.Mask(
                new Structures.Axis(1),
                OptionalInt.of(64),
                new Selection.Lowest(new Amount.Fixed(0.25), Criterion.L2, Optional.empty()),
                List.of("cat.weight"))));
  }

  private static Block once() {
    return new Block(
        List.of(0, 5, 7),
        List.of(
            new Step.Mask(
                new Structures.Elements(),
                OptionalInt.empty(),
                new Selection.Below(new Amount.Fixed(1e-9)),
                List.of("conv1.weight")),
            new Step.Mask(
                new Structures.Elements(),
                OptionalInt.of(36864),
                new Selection.Lowest(
                    new Amount.Agp(0.05, 0.7, 0, 7), Criterion.L1, Optional.empty()),
                List.of("fc.weight")),
            new Step.LearningRate(
                "warmup",
                new Call(
                    "MultiStepMultiGammaLR",
                    Map.of(
                        "milestones", items(numeral(10), numeral(20.5), items()),
                        "mode", new Call.Argument.Text("tri\tangular"),
                        "nesterov", new Call.Argument.Flag(true),
                        "verbose", new Call.Argument.None())))));
  }

  private static Block last() {
    return new Block(
        List.of(30),
        List.of(
            thin(List.of("layer2.0.conv2"), Role.FILTERS, OptionalInt.of(32), OptionalInt.of(16)),
            thin(
                List.of("branch1", "group"), Role.CHANNELS, OptionalInt.of(88), OptionalInt.of(66)),
            new Step.Thin(
                List.of("branch1"),
                Role.FILTERS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeadChannels.FOLD),
            new Step.LearningRate(
                "exp_finetuning_lr", new Call("ExponentialLR", Map.of("gamma", numeral(0.95))))));
  }

  private static Step.Thin thin(
      List<String> groups, Role role, OptionalInt before, OptionalInt after) {
    return new Step.Thin(groups, role, before, after, DeadChannels.DROP);
  }

  private static Call.Argument numeral(double value) {
    return new Call.Argument.Numeral(value);
  }

  private static Call.Argument items(Call.Argument... items) {
    return new Call.Argument.Items(List.of(items));
  }
}

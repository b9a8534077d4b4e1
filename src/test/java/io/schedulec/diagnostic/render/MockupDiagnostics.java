package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Applicability;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Figure;
import io.schedulec.diagnostic.Figure.Chains;
import io.schedulec.diagnostic.Figure.Joins.Joined;
import io.schedulec.diagnostic.Figure.Sources.Source;
import io.schedulec.diagnostic.Figure.Timeline.Firings;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Span;
import java.util.List;
import java.util.stream.IntStream;

/** The findings of the schedules on which the look of findings was designed, made by hand. */
final class MockupDiagnostics {
  static final List<String> NAMES = List.of("a", "b", "c", "c2", "d", "e", "e2", "f");
  private static final String MODEL = "resnet20_cifar.onnx";

  private MockupDiagnostics() {}

  static Diagnostic of(String name, Mockup mockup) {
    return switch (name) {
      case "a" -> chainIncomplete(mockup);
      case "b" -> chainMixed(mockup);
      case "c" -> unknownWeight(mockup);
      case "c2" -> namePrefix(mockup);
      case "d" -> overlappingPruners(mockup);
      case "e" -> agpUnreached(mockup);
      case "e2" -> thinnedMidRamp(mockup);
      case "f" -> channelsUnprunable(mockup);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Diagnostic chainIncomplete(Mockup m) {
    Figure joins =
        new Figure.Joins(
            MODEL + ", channels tied by 3 residual adds",
            List.of(
                new Joined("layer3.0.conv2", 64, true, ""),
                new Joined("layer3.0.downsample.0", 64, false, "Add 3.0"),
                new Joined("layer3.1.conv2", 64, true, "Add 3.1"),
                new Joined("layer3.2.conv2", 64, false, "Add 3.2")),
            "fc");
    String indent = "\n              ";
    Span bracket = m.at(11, "]");
    return Diagnostic.at(
            DiagnosticKind.CHAIN_INCOMPLETE,
            m.at(10, "module.layer3.0.conv2.weight"),
            "`stage3_chain` prunes 2 of 4 layers whose filters must go together")
        .saying("leader, 64 filters")
        .label(m.line(9), "every layer listed below gets the leader's filter mask")
        .label(m.at(11, "module.layer3.1.conv2.weight"), "in the same chain")
        .label(
            m.line(29),
            "`net_thinner` removes the zeroed filters here, and the model stops running")
        .figure(joins)
        .cause(
            "An add keeps a channel only if both of its inputs keep it. At epoch 28 the two listed"
                + " layers have 32 filters left and the other two still have 64.")
        .help(
            Help.unsafe(
                    "list the whole chain, leader first",
                    List.of(
                        new Edit(m.end(10), indent + "module.layer3.0.downsample.0.weight,"),
                        new Edit(
                            Span.at(bracket.start(), 0),
                            "," + indent + "module.layer3.2.conv2.weight")))
                .withEffect("prunes more"))
        .help(
            Help.advice(
                "or stay out of the chain: module.layer3.{0,1,2}.conv1.weight are tied to nothing"))
        .data("pruner", "stage3_chain")
        .data("group_type", "Filters")
        .data("listed", List.of("layer3.0.conv2.weight", "layer3.1.conv2.weight"))
        .data("missing", List.of("layer3.0.downsample.0.weight", "layer3.2.conv2.weight"))
        .build();
  }

  private static Diagnostic chainMixed(Mockup m) {
    Figure chains =
        new Chains(
            MODEL,
            List.of(
                new Chains.Chain(
                    "chain A",
                    32,
                    "filters",
                    List.of(
                        new Chains.Layer("layer2.0.conv2", true),
                        new Chains.Layer("layer2.0.downsample.0", true),
                        new Chains.Layer("layer2.1.conv2", true),
                        new Chains.Layer("layer2.2.conv2", false)),
                    "Add 2.0, 2.1, 2.2"),
                new Chains.Chain(
                    "chain B",
                    64,
                    "filters",
                    List.of(
                        new Chains.Layer("layer3.0.conv2", false),
                        new Chains.Layer("layer3.0.downsample.0", false),
                        new Chains.Layer("layer3.1.conv2", false),
                        new Chains.Layer("layer3.2.conv2", true)),
                    "Add 3.0, 3.1, 3.2")),
            List.of("layer3.0.conv1 and layer3.0.downsample.0 make new channels here"));
    Span wrong = m.at(13, "module.layer3.2.conv2.weight");
    return Diagnostic.at(
            DiagnosticKind.CHAIN_MIXED,
            wrong,
            "`stage2_chain` mixes layers of two chains, 32 and 64 filters wide")
        .saying("chain B, 64 filters")
        .label(m.at(10, "module.layer2.0.conv2.weight"), "leader: chain A, 32 filters")
        .figure(chains)
        .cause(
            "The leader's mask has 32 entries; layer3.2.conv2 has 64 filters to mask. No path of"
                + " adds joins the two chains.")
        .help(
            Help.unsafe(
                "layer2.2.conv2 is one character away and completes chain A",
                List.of(new Edit(wrong, "module.layer2.2.conv2.weight"))))
        .command("schedulec inspect --groups " + MODEL)
        .data("pruner", "stage2_chain")
        .build();
  }

  private static Diagnostic unknownWeight(Mockup m) {
    Span typo = m.at(10, "module.layer1.1.con1.weight");
    return Diagnostic.at(
            DiagnosticKind.UNKNOWN_WEIGHT,
            typo,
            "2 of 3 weights of `block_pruner` are not in the model")
        .saying("no such parameter; layer1.1.conv1.weight is 1 edit away")
        .label(
            m.at(4, "block_pruner"),
            "would prune 1 layer instead of 3, without any message at run time")
        .also(
            m.at(11, "module.layer3.0.conv3.weight"),
            "layer3.0 has conv1, conv2 and downsample.0, no conv3")
        .note(
            "A name that no parameter carries is skipped silently by the trainer unless it is the"
                + " leader of a Leader chain (then it is a KeyError in epoch 0).")
        .note("`module.` (DataParallel) is stripped before matching; 1 of 1 other names needed it.")
        .note(
            MODEL
                + " was exported with BatchNorm folded: its initializers are called"
                + " onnx::Conv_212 …, so names were recovered from node scopes"
                + " (/layer1/layer1.1/conv1/Conv).")
        .help(
            Help.unsafe(
                "use the parameter with the similar name",
                List.of(new Edit(typo, "module.layer1.1.conv1.weight"))))
        .command("schedulec inspect --weights " + MODEL + " 'layer3.0.*'")
        .data("unknown", List.of("layer1.1.con1.weight", "layer3.0.conv3.weight"))
        .build();
  }

  private static Diagnostic namePrefix(Mockup m) {
    return Diagnostic.at(
            DiagnosticKind.NAME_PREFIX,
            m.at(9, "module.model."),
            "none of 3 names match the model; all do once `module.model.` is dropped")
        .saying("the model's parameter is layer1.0.conv1.weight")
        .also(m.at(10, "module.model."), "")
        .also(m.at(11, "module.model."), "")
        .help(
            new Help(
                "say it once in schedulec.yaml",
                Applicability.SAFE,
                List.of(),
                List.of("names: { strip-prefix: [module.model., module.] }")))
        .help(
            Help.advice(
                "or drop the prefix on 3 lines: schedulec check --fix --select SC102 c2.yaml"))
        .data("prefix", "module.model.")
        .build();
  }

  private static Diagnostic overlappingPruners(Mockup m) {
    Figure timeline =
        new Figure.Timeline(
            List.of(
                new Firings("stage3_chain", even(0, 30), 30),
                new Firings("fine_pruner", even(20, 50), 50)),
            even(20, 30));
    return Diagnostic.at(
            DiagnosticKind.OVERLAPPING_PRUNERS,
            m.line(31),
            "`stage3_chain` and `fine_pruner` share 2 tensors during 5 epochs")
        .saying("declared later, so its mask replaces the other one")
        .label(m.at(12, "module.layer3.1.conv2.weight"), "claimed here by filters …")
        .label(m.at(13, "module.layer3.2.conv2.weight"), "… and here")
        .label(m.at(20, "module.layer3.1.conv2.weight"), "claimed again, element by element")
        .label(m.at(21, "module.layer3.2.conv2.weight"), "claimed again")
        .context(m.line(26))
        .label(m.line(27), "runs until epoch 28 …")
        .label(m.line(32), "… but this starts at 20")
        .figure(timeline)
        .cause(
            "A tensor has one mask, and the last policy in the file writes it. At epoch 20 the"
                + " target of layer3.1.conv2 falls from 49 % of filters to 5 % of elements, so"
                + " filters cut after epoch 18 stay in it while the leader goes on to 32, and the"
                + " chain no longer matches.")
        .help(
            Help.unsafe(
                "start the second pruner when the first has ended",
                List.of(new Edit(m.at(32, "20"), "30"))))
        .note("[0,30) and [30,50) do not overlap: ending_epoch is exclusive.")
        .data("pruners", List.of("stage3_chain", "fine_pruner"))
        .data("epochs", even(20, 30))
        .build();
  }

  private static List<Integer> even(int from, int to) {
    return IntStream.range(from, to).filter(epoch -> epoch % 2 == 0).boxed().toList();
  }

  private static Diagnostic agpUnreached(Mockup m) {
    return Diagnostic.at(
            DiagnosticKind.AGP_UNREACHED,
            m.line(20),
            "`stage3_chain` stops at sparsity 0.10, never at its final_sparsity 0.50")
        .saying("fires in epoch 0 only")
        .label(m.line(7), "asked for: 32 of 64 filters left")
        .context(m.line(18))
        .label(m.line(19), "exclusive: the last epoch that can prune is 29")
        .figure(
            new Figure.Lines(
                "ramp",
                List.of(
                    "((ending_epoch - starting_epoch - 1) // frequency) * frequency",
                    "   30             0                     30           30",
                    " = (29 // 30) * 30 = 0 epochs, must be > 0")))
        .cause(
            "An AGP ramp needs two firings. This one has a single firing at initial_sparsity"
                + " (58 of 64 filters kept); the reference trainer ends there with"
                + " `assert span > 0`.")
        .help(
            Help.unsafe(
                    "pick a frequency of at most 29", List.of(new Edit(m.line(20), "frequency: 2")))
                .withLines(
                    List.of(
                        "frequency   firings   last at   sparsity at the end   filters kept",
                        "        1        30        29                  0.50       32 of 64",
                        "        2        15        28                  0.50       32 of 64",
                        "       10         3        20                  0.50       32 of 64",
                        "       29         2        29                  0.50       32 of 64   one"
                            + " jump, no ramp")))
        .data("firings", 1)
        .data("final_sparsity", 0.5)
        .build();
  }

  private static Diagnostic thinnedMidRamp(Mockup m) {
    return Diagnostic.at(
            DiagnosticKind.THINNED_MID_RAMP,
            m.at(10, "20"),
            "`net_thinner` removes filters before `stage3_chain` has finished")
        .saying("thins here, with 4 firings still to come")
        .context(m.line(4))
        .label(m.line(6), "last firing at epoch 28")
        .figure(
            new Figure.Lines(
                "filters",
                List.of(
                    "64 ── epoch 20: 33 kept, thinned to 33 ── epoch 28: 50 % of 33 ──▶ 17 kept")))
        .cause(
            "Sparsity counts the filters that are left, so 0.50 ends as 47 of 64 removed (73 %).")
        .help(Help.unsafe("thin after the last firing", List.of(new Edit(m.at(10, "20"), "30"))))
        .data("remaining", 4)
        .build();
  }

  private static Diagnostic channelsUnprunable(Mockup m) {
    return Diagnostic.at(
            DiagnosticKind.CHANNELS_UNPRUNABLE,
            m.at(8, "module.features.4.squeeze.weight"),
            "input channels of `features.4.squeeze` come out of a concat")
        .saying("128 input channels, 32 to remove")
        .label(m.line(6), "removes input channels, so the layers before must lose filters")
        .figure(
            new Figure.Sources(
                "squeezenet1_0.onnx, walking back from the pruned channels",
                "features.4.squeeze",
                128,
                "Concat features.3",
                List.of(
                    new Source(0, 63, "features.3.expand1x1", 64),
                    new Source(64, 127, "features.3.expand3x3", 64))))
        .cause(
            "Channel 70 is filter 6 of expand3x3, yet the thinner hands the same list of 96 kept"
                + " channels (numbered 0..127) to both 64-filter producers, and neither can follow"
                + " it.")
        .help(
            Help.unsafe(
                "prune the same layer by filters: its 16 filters feed expand1x1 and expand3x3"
                    + " directly",
                List.of(
                    new Edit(m.at(6, "Channels"), "Filters"),
                    new Edit(m.at(13, "remove_channels"), "remove_filters"))))
        .note(
            "`schedulec compile --target plan` can split the list at 64; `--target distiller` can"
                + " not.")
        .data("layer", "features.4.squeeze.weight")
        .build();
  }
}

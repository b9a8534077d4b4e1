package io.schedulec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes a schedule part by part, and checks it against a model. */
final class Draft {
  static final String RANKED = "L1RankedStructureParameterPruner";
  static final String RAMPED = "L1RankedStructureParameterPruner_AGP";

  private final Path model;
  private final StringBuilder pruners = new StringBuilder();
  private final StringBuilder extensions = new StringBuilder();
  private final StringBuilder policies = new StringBuilder();
  private Target target = Target.PLAN;

  private Draft(Path model) {
    this.model = model;
  }

  /** A schedule for a bundled model, or for one of the collection. */
  static Draft of(String model) {
    Path bundled = Checked.bundled(model);
    if (Files.exists(bundled)) {
      return new Draft(bundled);
    }

    for (Path path : Shared.files("models/full", ".onnx")) {
      if (path.endsWith(model + ".onnx")) {
        return new Draft(path);
      }
    }
    return new Draft(Shared.file("models/graphs/" + model + ".onnx"));
  }

  /** A schedule for a model file. */
  static Draft of(Path model) {
    return new Draft(model);
  }

  /** ResNet-20. */
  static Draft resnet() {
    return of("resnet20_cifar");
  }

  /** The members of the chain of a stage of ResNet-20. */
  static List<String> chain(int stage) {
    List<String> names = new ArrayList<>();
    names.add(stage == 1 ? "conv1.weight" : "layer" + stage + ".0.downsample.0.weight");
    IntStream.range(0, 3).forEach(i -> names.add("layer" + stage + "." + i + ".conv2.weight"));
    return names;
  }

  /** The layers that read the last stage of ResNet-20. */
  static List<String> readers() {
    return List.of("layer3.1.conv1.weight", "layer3.2.conv1.weight", "fc.weight");
  }

  Draft target(Target chosen) {
    target = chosen;
    return this;
  }

  /** Any pruner, by its keys; its weights come last. */
  Draft pruner(String name, String kind, List<String> keys, List<String> weights) {
    pruners.append("  ").append(name).append(":\n    class: ").append(kind).append('\n');
    keys.forEach(key -> pruners.append("    ").append(key).append('\n'));
    if (!weights.isEmpty()) {
      pruners.append("    weights:\n");
      weights.forEach(weight -> pruners.append("      - ").append(weight).append('\n'));
    }
    return this;
  }

  Draft ranked(String name, String type, boolean leader, List<String> weights) {
    List<String> keys = new ArrayList<>(List.of("group_type: " + type, "desired_sparsity: 0.5"));
    if (leader) {
      keys.add("group_dependency: Leader");
    }
    return pruner(name, RANKED, keys, weights);
  }

  Draft leader(String name, List<String> weights) {
    return ranked(name, "Filters", true, weights);
  }

  Draft alone(String name, List<String> weights) {
    return ranked(name, "Filters", false, weights);
  }

  Draft ramped(String name, boolean leader, List<String> weights) {
    List<String> keys =
        new ArrayList<>(
            List.of("group_type: Filters", "initial_sparsity: 0.1", "final_sparsity: 0.5"));
    if (leader) {
      keys.add("group_dependency: Leader");
    }
    return pruner(name, RAMPED, keys, weights);
  }

  Draft fires(String pruner, Object... epochs) {
    policies.append("  - pruner: {instance_name: ").append(pruner).append("}\n    epochs: ");
    policies.append(List.of(epochs)).append('\n');
    return this;
  }

  Draft fires(String pruner, Every window) {
    policies.append("  - pruner: {instance_name: ").append(pruner).append("}\n");
    policies.append("    starting_epoch: ").append(window.start());
    policies.append("\n    ending_epoch: ").append(window.end());
    policies.append("\n    frequency: ").append(window.frequency()).append('\n');
    return this;
  }

  /** A window of epochs. */
  record Every(int start, int end, int frequency) {}

  /** Thins, in a direction: {@code filters}, {@code channels} or {@code contract_model}. */
  Draft thins(String direction, Object... epochs) {
    String function = direction.equals("contract_model") ? direction : "remove_" + direction;
    if (extensions.indexOf("  " + direction + ":") < 0) {
      extensions.append("  ").append(direction).append(":\n    class: FilterRemover\n");
      extensions.append("    thinning_func_str: ").append(function);
      extensions.append("\n    arch: any\n    dataset: cifar10\n");
    }
    policies.append("  - extension: {instance_name: ").append(direction).append("}\n");
    policies.append("    epochs: ").append(List.of(epochs)).append('\n');
    return this;
  }

  /** The schedule. */
  String text() {
    String thinning = extensions.isEmpty() ? "" : "extensions:\n" + extensions;
    return "version: 1\npruners:\n" + pruners + thinning + "policies:\n" + policies;
  }

  Path model() {
    return model;
  }

  /** Another text checked against the same model for the same target. */
  List<Diagnostic> check(String text) {
    return analysis(text).diagnostics();
  }

  Analysis analysis(String text) {
    return Checked.analysis("schedule.yaml", text, Optional.of(model), target);
  }

  List<Diagnostic> findings() {
    return check(text());
  }

  /** Codes with the first letter of the severity, e.g. {@code SC201e}, in file order. */
  List<String> codes() {
    return codes(findings());
  }

  static List<String> codes(List<Diagnostic> findings) {
    List<String> codes = new ArrayList<>();
    findings.forEach(f -> codes.add(f.kind().code() + letter(f.severity())));
    return codes;
  }

  private static String letter(Severity severity) {
    return switch (severity) {
      case ERROR -> "e";
      case WARNING -> "w";
      case INFO -> "i";
    };
  }

  /** The only finding, which has a code. */
  Diagnostic only(String code) {
    List<Diagnostic> findings = findings();
    assertThat(codes(findings)).as(text()).containsExactly(code);
    return findings.get(0);
  }

  /** What a finding's primary label covers. */
  String primary(Diagnostic finding) {
    return text().substring(finding.primary().span().start(), finding.primary().span().end());
  }
}

package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {
  private static final Path MODELS = Path.of("test-schedules", "models");
  private static final String SCHEDULE =
      """
      pruners:
        p: {class: AutomatedGradualPruner, initial_sparsity: 0.1, final_sparsity: 0.5,
            weights: [layer1.0.conv1.weight]}
      policies:
        - pruner: {instance_name: p}
          starting_epoch: 0
          ending_epoch: 9
          frequency: 1
      """;

  @TempDir Path folder = Path.of("");
  private final Workspace workspace = new Workspace();
  private int version;

  private Snapshot put(String text) {
    version++;
    SourceFile source = SourceFile.of("a.yaml", text);
    workspace.put("a", new OpenText(source, folder.resolve("a.yaml"), version));
    return snapshot();
  }

  private Snapshot snapshot() {
    return workspace.snapshot("a").orElseThrow();
  }

  private static List<String> codes(Snapshot snapshot) {
    return snapshot.analysis().diagnostics().stream().map(d -> d.kind().code()).toList();
  }

  private void model(String name) throws IOException {
    Path model = folder.resolve("m.onnx");
    Files.copy(MODELS.resolve(name), model, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void aModelThatChangesIsReadAgainWithTheNextText() throws IOException {
    model("resnet20_cifar.onnx");
    assertThat(codes(put("# schedulec: model=m.onnx\n" + SCHEDULE))).isEmpty();
    model("simplenet_cifar.onnx");
    assertThat(codes(snapshot())).as("nobody has said so").isEmpty();
    assertThat(codes(put("# schedulec: model=m.onnx\n" + SCHEDULE + "\n"))).contains("SC102");
    model("resnet20_cifar.onnx");
    workspace.filesChanged();
    assertThat(codes(snapshot())).isEmpty();
  }

  @Test
  void aModelIsReadOnce() throws IOException {
    model("resnet20_cifar.onnx");
    Snapshot first = put("# schedulec: model=m.onnx\n" + SCHEDULE);
    Snapshot second = put("# schedulec: model=m.onnx\n" + SCHEDULE + "\n");

    assertThat(second.bound().orElseThrow().facts()).isSameAs(first.bound().orElseThrow().facts());
  }

  @Test
  void aConfigurationThatComesAndChanges() throws IOException {
    model("resnet20_cifar.onnx");
    assertThat(codes(put(SCHEDULE))).containsExactly("SC006");
    Path configuration = folder.resolve("schedulec.yaml");
    Files.writeString(configuration, "models: {'*.yaml': m.onnx}\n");
    workspace.filesChanged();
    assertThat(codes(snapshot())).isEmpty();
    Files.writeString(configuration, "modles: {'*.yaml': m.onnx}\n");
    workspace.filesChanged();
    Diagnostic finding = snapshot().analysis().diagnostics().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message())
        .endsWith("schedulec.yaml:1:1: unknown key `modles`, did you mean `models`?");
  }

  @Test
  void whatIsDeclaredOfOperatorsMayChange() throws IOException {
    Files.write(
        folder.resolve("m.onnx"),
        OnnxBytes.model()
            .input("x", 1, 3, 8, 8)
            .output("y", 1, 2, 8, 8)
            .weight("a.weight", 4, 3, 1, 1)
            .weight("b.weight", 2, 4, 1, 1)
            .value("i", 1, 4, 8, 8)
            .node("Conv", List.of("x", "a.weight"), List.of("h"))
            .node("act", "Act", List.of("h"), List.of("i"), OnnxBytes.domain("my"))
            .node("Conv", List.of("i", "b.weight"), List.of("y"))
            .toBytes());
    String schedule =
        """
        # schedulec: model=m.onnx
        pruners:
          p: {class: L1RankedStructureParameterPruner, group_type: Filters, desired_sparsity: 0.5,
              weights: [a.weight]}
        policies:
          - pruner: {instance_name: p}
            epochs: [0]
        """;
    assertThat(codes(put(schedule))).containsExactly("SC203");
    Path configuration = folder.resolve("schedulec.yaml");
    Files.writeString(configuration, "operators: {'my::Act': {0: same}}\n");
    workspace.filesChanged();
    assertThat(codes(snapshot())).isEmpty();
    Files.writeString(configuration, "operators: {'my::Act': {0: {1: 0.2}}}\n");
    workspace.filesChanged();
    assertThat(snapshot().analysis().diagnostics().get(0).message())
        .endsWith(
            "schedulec.yaml:1:29: `my::Act` has 4 indices on axis 1 of output 0 and 8 on axis 2 of"
                + " input 0 at act");
  }

  @Test
  void aModelThatCannotBeHadIsOneFindingWhereItIsNamed() throws IOException {
    Snapshot missing = put("# schedulec: model=no.onnx\n" + SCHEDULE);
    assertThat(missing.analysis().diagnostics()).hasSize(1);
    Diagnostic finding = missing.analysis().diagnostics().get(0);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(missing.source().text(finding.primary().span())).isEqualTo("no.onnx");
    assertThat(finding.message()).contains("no.onnx").doesNotContain("a.yaml:1:");

    Files.writeString(folder.resolve("no.onnx"), "no model");
    workspace.filesChanged();
    assertThat(snapshot().analysis().diagnostics()).hasSize(1);
    assertThat(snapshot().analysis().schedule()).isPresent();
    assertThat(put("# schedulec: model=\n" + SCHEDULE).analysis().diagnostics()).hasSize(1);
  }

  @Test
  void whatCouldBeReadLastStays() throws IOException {
    model("resnet20_cifar.onnx");
    Snapshot good = put("# schedulec: model=m.onnx\n" + SCHEDULE);
    Snapshot broken = put("# schedulec: model=m.onnx\n[" + SCHEDULE);
    Snapshot still = put("# schedulec: model=m.onnx\n[[" + SCHEDULE);

    assertThat(codes(broken)).containsExactly("SC001");
    assertThat(broken.readable()).isSameAs(good.analysis());
    assertThat(still.readable()).isSameAs(good.analysis());
    assertThat(still.drift().older(still.source().text().indexOf("pruners")))
        .hasValue(good.source().text().indexOf("pruners"));
  }

  @Test
  void aTextThatNeverCouldBeReadStillHasItsModel() throws IOException {
    model("resnet20_cifar.onnx");
    Snapshot broken = put("# schedulec: model=m.onnx\n[" + SCHEDULE);

    assertThat(broken.readable().schedule()).isEmpty();
    assertThat(broken.bound().map(b -> b.facts().present())).contains(true);
    assertThat(put("[").bound().map(b -> b.facts().present())).contains(false);
  }

  @Test
  void whatIsClosedIsForgotten() {
    put(SCHEDULE);
    assertThat(workspace.names()).containsExactly("a");
    workspace.remove("a");

    assertThat(workspace.snapshot("a")).isEqualTo(Optional.empty());
    assertThat(workspace.text("a")).isEmpty();
  }
}

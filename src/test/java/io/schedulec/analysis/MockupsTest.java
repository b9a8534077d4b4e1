package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.render.ConciseRenderer;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.diagnostic.render.JsonRenderer;
import io.schedulec.diagnostic.render.RenderOptions;
import io.schedulec.diagnostic.render.TextRenderer;
import io.schedulec.source.Position;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schedules that show each hard finding at its best. */
final class MockupsTest {
  private static final Path FOLDER = Path.of("test-schedules", "mockups");

  @ParameterizedTest
  @CsvSource({
    "a, resnet20_cifar, SC201, 10, 15, 43",
    "b, resnet20_cifar, SC202, 13, 15, 43",
    "c, resnet20_cifar.fused, SC101, 10, 9, 36",
    "c2, resnet20_cifar, SC102, 9, 9, 22",
    "d, resnet20_cifar, SC301, 31, 7, 33",
    "e, resnet20_cifar, SC303, 20, 5, 18",
    "e2, resnet20_cifar, SC304, 10, 14, 16",
  })
  void findsOneThing(String name, String model, String code, int line, int from, int to)
      throws IOException {
    Analysis analysis = analyze(name, Checked.bundled(model), Target.PLAN);

    assertThat(Checked.codes(analysis.diagnostics())).containsExactly(code);
    Diagnostic finding = analysis.diagnostics().get(0);
    assertThat(analysis.source().position(finding.primary().span().start()))
        .isEqualTo(new Position(line, from));
    assertThat(analysis.source().position(finding.primary().span().end()))
        .isEqualTo(new Position(line, to));
    goldens(name, analysis);
  }

  @Test
  void channelsBehindAConcatenation() throws IOException {
    Path model = Shared.file("models/graphs/squeezenet1_0.onnx");

    Analysis analysis = analyze("f", model, Target.DISTILLER);

    assertThat(Checked.codes(analysis.diagnostics())).containsExactly("SC203");
    Diagnostic finding = analysis.diagnostics().get(0);
    assertThat(analysis.source().position(finding.primary().span().start()))
        .isEqualTo(new Position(8, 15));
    goldens("f", analysis);
    assertThat(analyze("f", model, Target.PLAN).diagnostics()).isEmpty();
  }

  @Test
  void theMissingLayersAreNamed() throws IOException {
    Analysis analysis = analyze("a", Checked.bundled("resnet20_cifar"), Target.PLAN);

    assertThat(analysis.diagnostics().get(0).data())
        .containsEntry("pruner", "stage3_chain")
        .containsEntry("group_type", "Filters")
        .containsEntry("listed", List.of("layer3.0.conv2.weight", "layer3.1.conv2.weight"))
        .containsEntry("missing", List.of("layer3.0.downsample.0.weight", "layer3.2.conv2.weight"));
  }

  private static Analysis analyze(String name, Path model, Target target) throws IOException {
    String path = "test-schedules/mockups/" + name + ".yaml";
    String text = Files.readString(FOLDER.resolve(name + ".yaml"));
    return Checked.analysis(path, text, Optional.of(model), target);
  }

  private static void goldens(String name, Analysis analysis) {
    Golden.check(FOLDER.resolve(name + ".full.txt"), text(analysis, 100, false));
    Golden.check(FOLDER.resolve(name + ".ascii80.txt"), text(analysis, 80, true));
    StringBuilder concise = new StringBuilder();
    ConciseRenderer renderer = new ConciseRenderer(false);
    analysis.diagnostics().forEach(d -> concise.append(renderer.render(analysis.source(), d)));
    Golden.check(FOLDER.resolve(name + ".concise.txt"), concise.toString());
    FileResult result =
        new FileResult(analysis.source(), analysis.model().orElse(null), analysis.diagnostics());
    Golden.check(FOLDER.resolve(name + ".json"), JsonRenderer.render(List.of(result)));
  }

  private static String text(Analysis analysis, int width, boolean ascii) {
    TextRenderer renderer = new TextRenderer(new RenderOptions(width, ascii, false));
    StringBuilder out = new StringBuilder();
    analysis.diagnostics().forEach(d -> out.append(renderer.render(analysis.source(), d)));
    return out.toString();
  }
}

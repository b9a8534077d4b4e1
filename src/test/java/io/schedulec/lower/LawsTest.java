package io.schedulec.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Compilation;
import io.schedulec.analysis.CompiledPlan;
import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.bind.Target;
import io.schedulec.graph.Structure;
import io.schedulec.plan.Comments;
import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.ParsedPlan;
import io.schedulec.plan.Plan;
import io.schedulec.plan.PlanParser;
import io.schedulec.plan.PlanPrinter;
import io.schedulec.plan.PlanVerifier;
import io.schedulec.plan.Rounding;
import io.schedulec.plan.Verdict;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of plans over every schedule there is. That the verifier accepts a plan is no separate test:
 * what it rejects is no result of a compilation.
 */
final class LawsTest {
  private static final List<LoweringOptions> OPTIONS =
      List.of(
          LoweringOptions.DEFAULT,
          new LoweringOptions(new Rounding.KeepFloor(), DeadChannels.DROP),
          new LoweringOptions(new Rounding.Multiple(4), DeadChannels.DROP));

  private static final Models MODELS = new Models();

  static Stream<Path> bundled() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("test-schedules"))) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aScheduleWithoutErrorsCompilesOrIsRefused(Path file) {
    String path = file.toString().replace('\\', '/');
    Analysis analysis = Checked.analysis(path, read(file), Optional.empty(), Target.PLAN);
    OPTIONS.forEach(options -> compilesOrIsRefused(Compilation.of(analysis, options)));
  }

  /** Every published schedule against every network it may have been written for. */
  @Test
  void publishedSchedules() {
    Path models = Shared.file("models/graphs");
    int compiled = 0;
    for (Path file : Shared.files("schedules/distiller", ".yaml")) {
      for (String model : models(file.getFileName().toString())) {
        Path graph = models.resolve(model + ".onnx");
        Analysis analysis =
            Checked.analysis(file.toString(), read(file), Optional.of(graph), Target.PLAN);
        for (LoweringOptions options : OPTIONS) {
          compiled += compilesOrIsRefused(Compilation.of(analysis, options)) ? 1 : 0;
        }
      }
    }
    assertThat(compiled).isGreaterThan(60);
  }

  /** The networks whose name begins as some part of a schedule's name does. */
  private static List<String> models(String schedule) {
    List<String> models = new ArrayList<>();
    for (String model :
        List.of(
            "alexnet",
            "alexnet_bn",
            "resnet18",
            "resnet20_cifar",
            "resnet20_cifar.fused",
            "resnet50",
            "resnet50.fused",
            "resnet50.dynamo",
            "resnet56_cifar",
            "plain20_cifar",
            "vgg16_cifar")) {
      String family = model.replaceAll("[_.].*", "");
      if (schedule.contains(family)) {
        models.add(model);
      }
    }
    return models;
  }

  /** Whether there is a plan; if not, the findings say why. */
  private static boolean compilesOrIsRefused(Compilation compilation) {
    Optional<CompiledPlan> result = compilation.result();
    boolean known = compilation.analysis().bound().filter(b -> b.facts().present()).isPresent();
    assertThat(result.isPresent()).isEqualTo(known && !compilation.hasErrors());
    result.ifPresent(LawsTest::printsAsItWasRead);
    result.ifPresent(LawsTest::isForNoOtherModel);
    return result.isPresent();
  }

  private static void printsAsItWasRead(CompiledPlan result) {
    Plan read = result.plan().plan();
    assertThat(PlanPrinter.print(read, Comments.NONE)).isEqualTo(withoutComments(result.text()));
  }

  /** The third law. */
  private static void isForNoOtherModel(CompiledPlan result) {
    String own = result.plan().plan().header().structure();
    ParsedPlan plan = PlanParser.parse(SourceFile.of("a.plan", result.text())).plan().orElseThrow();
    for (String name : List.of("gated", "gated_bias", "simplenet_cifar")) {
      ModelFacts other = MODELS.load(Path.of("test-schedules", "models", name + ".onnx"));
      if (!Structure.digest(other.graph()).equals(own)) {
        Verdict verdict = PlanVerifier.verify(plan, other.graph(), other.spaces());
        assertThat(verdict).isInstanceOf(Verdict.OtherModel.class);
        assertThat(((Verdict.OtherModel) verdict).difference()).isNotBlank();
      }
    }
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?m)^ *#.*\n", "").replaceAll("(?m) +#.*$", "");
  }

  @Test
  void theParserReadsBackWhatWasLowered() {
    Path file = Path.of("test-schedules", "plans", "resnet20-chain.yaml");
    Analysis analysis =
        Checked.analysis(file.toString(), read(file), Optional.empty(), Target.PLAN);
    List<Object> refused = new ArrayList<>();

    Lowered lowered =
        Lowering.lower(analysis.bound().orElseThrow(), LoweringOptions.DEFAULT, refused::add)
            .orElseThrow();

    assertThat(Compiled.plan(Compilation.of(analysis, LoweringOptions.DEFAULT)))
        .isEqualTo(lowered.plan());
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void theSameBytesInEveryLocaleAndRun(Path file) {
    Optional<String> first = text(file);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(text(file)).isEqualTo(first);
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(text(file)).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(text(file)).isEqualTo(first);
  }

  private static Optional<String> text(Path file) {
    String path = file.toString().replace('\\', '/');
    Analysis analysis = Checked.analysis(path, read(file), Optional.empty(), Target.PLAN);
    return Compilation.of(analysis, LoweringOptions.DEFAULT).result().map(CompiledPlan::text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

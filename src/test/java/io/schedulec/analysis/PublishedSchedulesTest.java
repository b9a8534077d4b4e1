package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edits;
import io.schedulec.diagnostic.Figure;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules that were published, with what is known to be wrong in them. */
final class PublishedSchedulesTest {
  private static final List<String> LAYER2 =
      List.of(
          "layer2.0.conv2.weight",
          "layer2.0.downsample.0.weight",
          "layer2.1.conv2.weight",
          "layer2.2.conv2.weight");

  @ParameterizedTest
  @CsvSource({
    "agp-pruning__resnet20_filters.schedule_agp.yaml, resnet20_cifar",
    "agp-pruning__resnet20_filters.schedule_agp.yaml, resnet20_cifar.fused",
    "agp-pruning__resnet20_filters.bn_fold.schedule_agp.yaml, resnet20_cifar",
    "agp-pruning__resnet20_filters.bn_fold.schedule_agp.yaml, resnet20_cifar.fused",
    "agp-pruning__resnet20_filters.schedule_agp_3.yaml, resnet20_cifar",
    "agp-pruning__resnet20_filters.schedule_agp_3.yaml, resnet20_cifar.fused",
    "agp-pruning__resnet20_filters.schedule_agp_4.yaml, resnet20_cifar",
    "agp-pruning__resnet20_filters.schedule_agp_4.yaml, resnet20_cifar.fused",
  })
  void aChainWithoutLeader(String schedule, String model) throws IOException {
    List<Diagnostic> errors = errors(schedule, model);

    assertThat(Checked.codes(errors)).containsExactly("SC205");
    Diagnostic finding = errors.get(0);
    assertThat((List<?>) finding.data().get("listed")).isEqualTo(LAYER2);
    Figure.Joins figure = (Figure.Joins) finding.figures().get(0);
    assertThat(figure.rows())
        .extracting(Figure.Joins.Joined::join)
        .containsExactly("", "Add 2.0", "Add 2.1", "Add 2.2");
  }

  @ParameterizedTest
  @CsvSource({
    "agp-pruning__resnet20_filters.schedule_agp.yaml",
    "agp-pruning__resnet20_filters.bn_fold.schedule_agp.yaml",
    "agp-pruning__resnet20_filters.schedule_agp_3.yaml",
    "agp-pruning__resnet20_filters.schedule_agp_4.yaml",
  })
  void theHelpMovesTheFreeLayersToTheirOwnPruner(String schedule) throws IOException {
    String text = text(schedule);
    Diagnostic finding = errors(schedule, "resnet20_cifar").get(0);

    String repaired = Edits.apply(text, finding.helps().get(0).edits());

    Analysis analysis = analyze(schedule, repaired, "resnet20_cifar");
    assertThat(Checked.errors(analysis.diagnostics())).isEmpty();
    assertThat(Checked.codes(analysis.diagnostics())).doesNotContain("SC202", "SC205", "SC305");
    assertThat(repaired).contains("group_dependency: Leader").contains("low_pruner_free");
  }

  @ParameterizedTest
  @CsvSource({
    "pruning_filters_for_efficient_convnets__resnet56_cifar_channel_rank.yaml, resnet56_cifar",
    "pruning_filters_for_efficient_convnets__resnet56_cifar_filter_rank.yaml, resnet56_cifar",
    "agp-pruning__resnet20_filters.schedule_agp_2.yaml, resnet20_cifar",
    "agp-pruning__resnet50.schedule_agp.filters.yaml, resnet50",
  })
  void noErrorWhereThereIsNone(String schedule, String model) throws IOException {
    assertThat(errors(schedule, model)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "agp-pruning__alexnet.schedule_agp.yaml, alexnet, SC313, 0.0718 of its base",
    "agp-pruning__resnet50.schedule_agp.yaml, resnet50, SC313, 0.1221 of its base",
    "gss__gss_channels-removal_training.yaml, resnet20_cifar, SC310, `keep_mask` has no effect",
    "ssl__vgg16_cifar_ssl_channels_training.yaml, vgg16_cifar, SC321, acts in epoch 0",
  })
  void whatItsAuthorsNeverNoticed(String schedule, String model, String code, String words)
      throws IOException {
    assertThat(analyze(schedule, text(schedule), model).diagnostics())
        .filteredOn(finding -> finding.kind().code().equals(code))
        .singleElement()
        .extracting(Diagnostic::message)
        .asString()
        .contains(words);
  }

  @Test
  void everyScheduleCanBeCheckedAgainstAnyModel() throws IOException {
    Shared.file("schedules/distiller");
    Path model = Shared.file("models/graphs/resnet20_cifar.onnx");
    Path other = Shared.file("models/graphs/googlenet.onnx");
    List<Path> files = Shared.files("schedules/distiller", ".yaml");
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      String text = Files.readString(file);
      for (Path one : List.of(model, other)) {
        for (Target target : Target.values()) {
          Checked.analysis(file.toString(), text, Optional.of(one), target);
        }
      }
      Checked.analysis(file.toString(), text, Optional.empty(), Target.PLAN);
    }
  }

  private static String text(String schedule) throws IOException {
    return Files.readString(Shared.file("schedules/distiller/" + schedule));
  }

  private static List<Diagnostic> errors(String schedule, String model) throws IOException {
    return Checked.errors(analyze(schedule, text(schedule), model).diagnostics());
  }

  private static Analysis analyze(String schedule, String text, String model) {
    Path file = Shared.file("models/graphs/" + model + ".onnx");
    return Checked.analysis(schedule, text, Optional.of(file), Target.PLAN);
  }
}

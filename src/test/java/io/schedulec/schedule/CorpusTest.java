package io.schedulec.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.SourceFile;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The schedules that the trainer's authors published. */
final class CorpusTest {
  private static final String FOLDER = "schedules/distiller";

  @Test
  void onlyTheirRealMistakesAreErrors() throws IOException {
    assumeTrue(Shared.present(), "skipped: the collection is not here");
    Map<String, List<String>> errors = new TreeMap<>();
    for (Path path : Shared.files(FOLDER, ".yaml")) {
      for (Diagnostic finding : read(path).findings()) {
        if (finding.severity() == Severity.ERROR) {
          String name = path.getFileName().toString();
          errors.computeIfAbsent(name, key -> new ArrayList<>()).add(finding.kind().code());
        }
      }
    }
    assertThat(errors)
        .containsExactly(
            Map.entry("ssl__ssl_4D-removal_training.yaml", List.of("SC415")),
            Map.entry("ssl__ssl_channels-removal_training.yaml", List.of("SC002", "SC002")));
  }

  @Test
  void theirOtherFilesAreToldFromSchedules() throws IOException {
    assumeTrue(Shared.present(), "skipped: the collection is not here");
    Map<String, String> kinds = new TreeMap<>();
    for (Path path : Shared.files(FOLDER, ".yaml")) {
      FileKind kind = read(path).get().fileKind();
      if (kind != FileKind.SCHEDULE) {
        kinds.put(path.getFileName().toString(), kind + " " + read(path).summary());
      }
    }
    assertThat(kinds.values())
        .containsExactly(
            "LAYER_LIST [5 SC401 warning]",
            "QUANTIZER_CONFIG [50 SC405 info]",
            "QUANTIZER_CONFIG [34 SC405 info]");
  }

  @Test
  void theirUnusedInstancesAreWarnings() throws IOException {
    assumeTrue(Shared.present(), "skipped: the collection is not here");
    Map<String, List<String>> warnings = new TreeMap<>();
    for (Path path : Shared.files(FOLDER, ".yaml")) {
      List<String> found = new ArrayList<>();
      for (Diagnostic finding : read(path).findings()) {
        if (finding.severity() == Severity.WARNING) {
          found.add(finding.kind().code() + " " + finding.data().getOrDefault("name", ""));
        }
      }
      if (!found.isEmpty()) {
        warnings.put(path.getFileName().toString(), found);
      }
    }
    assertThat(warnings)
        .isEqualTo(
            Map.of(
                "agp-pruning__resnet50.schedule_agp.filters.yaml",
                List.of("SC305 fc_pruner", "SC305 fine_pruner"),
                "agp-pruning__resnet50.schedule_agp.filters_with_FC.yaml",
                List.of("SC305 fine_pruner"),
                "auto_compression__amc__auto_compression_channels.yaml",
                List.of("SC401 "),
                "network_slimming__resnet20_slimming.yaml",
                List.of("SC305 Channels_groups_regularizer"),
                "network_trimming__resnet50.filters.activation_apoz_agp.yaml",
                List.of("SC305 fc_pruner", "SC305 fine_pruner"),
                "pruning_filters_for_efficient_convnets__vgg19.schedule_filter_rank.yaml",
                List.of("SC305 pruning_lr")));
  }

  private static Language.Reading read(Path path) throws IOException {
    return Language.read(SourceFile.of(path.toString(), Files.readString(path)));
  }
}

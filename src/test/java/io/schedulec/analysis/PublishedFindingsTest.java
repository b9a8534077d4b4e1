package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Severity;
import io.schedulec.source.Position;
import io.schedulec.testing.Golden;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every finding in every published schedule, against the model that it was written for where there
 * is a graph of it.
 *
 * <p>{@code published/models.tsv} says which model, {@code published/errors.tsv} says in one
 * sentence why an error is one, {@code published/findings.tsv} is what is found.
 */
final class PublishedFindingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/published");

  @Test
  void everyFindingIsWrittenDown() {
    StringBuilder table =
        new StringBuilder("target\tfile\tmodel\tplace\tseverity\tcode\tmessage\n");
    for (Map.Entry<String, String> entry : models().entrySet()) {
      List<String> plan = rows(entry.getKey(), Target.PLAN);
      List<String> distiller = rows(entry.getKey(), Target.DISTILLER);
      Set<String> all = new LinkedHashSet<>(plan);
      all.addAll(distiller);
      for (String row : all) {
        boolean both = plan.contains(row) && distiller.contains(row);
        String only = plan.contains(row) ? "plan" : "distiller";
        table.append(both ? "both" : only).append('\t').append(row).append('\n');
      }
    }

    Golden.check(FOLDER.resolve("findings.tsv"), table.toString());
  }

  @Test
  void everyErrorIsExplainedAndNothingElseIsOne() {
    Set<String> errors = new TreeSet<>();
    for (String file : models().keySet()) {
      for (Target target : Target.values()) {
        Checked.errors(findings(file, target))
            .forEach(finding -> errors.add(file + " " + finding.kind().code()));
      }
    }
    Set<String> explained = new TreeSet<>();
    lines("errors.tsv").forEach(columns -> explained.add(columns.get(0) + " " + columns.get(1)));

    assertThat(errors).isEqualTo(explained);
  }

  @Test
  void whatIsAcceptedCompilesOrIsRefusedWithAReason() {
    models().keySet().forEach(file -> CasesCompileTest.compiles(analyze(file, Target.PLAN)));
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void warningsAreFewEnoughToBeRead(Target target) {
    List<Integer> counts = new ArrayList<>();
    for (String file : models().keySet()) {
      long warnings =
          findings(file, target).stream().filter(f -> f.severity() == Severity.WARNING).count();
      counts.add((int) warnings);
    }
    Collections.sort(counts);

    assertThat(counts.get(counts.size() / 2)).isLessThanOrEqualTo(3);
    assertThat(counts.get(counts.size() - 1)).isLessThanOrEqualTo(8);
  }

  /** Mistakes that their authors never noticed. */
  @ParameterizedTest
  @CsvSource({
    "network_slimming__resnet20_slimming, SC305",
    "agp-pruning__resnet20_filters.schedule_agp, SC205",
    "agp-pruning__resnet20_filters.bn_fold.schedule_agp, SC205",
    "agp-pruning__resnet20_filters.schedule_agp_3, SC205",
    "agp-pruning__resnet20_filters.schedule_agp_4, SC205",
    "ssl__ssl_4D-removal_training, SC415",
    "ssl__ssl_channels-removal_training, SC002",
    "ssl__vgg16_cifar_ssl_channels_training, SC203",
    "agp-pruning__resnet50.schedule_agp.filters, SC305",
    "agp-pruning__resnet50.schedule_agp.filters_with_FC, SC305",
    "network_trimming__resnet50.filters.activation_apoz_agp, SC305",
    "pruning_filters_for_efficient_convnets__vgg19.schedule_filter_rank, SC305",
    "agp-pruning__resnet50.schedule_agp, SC409",
    "agp-pruning__resnet50_84.6-sparsity.schedule_agp, SC409",
    "agp-pruning__resnet50_pruning_for_accuracy.schedule_agp, SC104",
  })
  void whatWasNeverNoticedIsFound(String schedule, String code) {
    for (Target target : Target.values()) {
      assertThat(Checked.codes(findings(schedule + ".yaml", target))).contains(code);
    }
  }

  private static List<String> rows(String file, Target target) {
    Analysis analysis = analyze(file, target);
    List<String> rows = new ArrayList<>();
    for (Diagnostic finding : analysis.diagnostics()) {
      Position at = analysis.source().position(finding.primary().span().start());
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      rows.add(
          String.join(
              "\t",
              file,
              models().getOrDefault(file, "-"),
              at.line() + ":" + at.column(),
              severity,
              finding.kind().code(),
              finding.message()));
    }
    return rows;
  }

  private static List<Diagnostic> findings(String file, Target target) {
    return analyze(file, target).diagnostics();
  }

  private static Analysis analyze(String file, Target target) {
    String model = models().getOrDefault(file, "-");
    Path graph = Path.of("models/graphs", model + ".onnx");
    Optional<Path> path =
        model.equals("-") ? Optional.empty() : Optional.of(Shared.file(graph.toString()));
    Path schedule = Shared.file("schedules/distiller/" + file);
    try {
      return Checked.analysis(file, Files.readString(schedule), path, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> models() {
    Map<String, String> models = new LinkedHashMap<>();
    lines("models.tsv").forEach(columns -> models.put(columns.get(0), columns.get(1)));
    return models;
  }

  private static List<List<String>> lines(String name) {
    try {
      List<List<String>> lines = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve(name))) {
        lines.add(List.of(line.split("\t", -1)));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

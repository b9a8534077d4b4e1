package io.schedulec.mutation;

import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Checked;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.bind.Target;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Schedules that people wrote, each with what analyses it. */
final class Corpus {
  private static final Models MODELS = new Models();

  /** What the names of published schedules say of their model; the first that fits counts. */
  private static final Map<String, String> PUBLISHED = new LinkedHashMap<>();

  static {
    PUBLISHED.put("resnet56", "resnet56_cifar");
    PUBLISHED.put("resnet50", "resnet50");
    PUBLISHED.put("resnet18", "resnet18");
    PUBLISHED.put("alexnet", "alexnet");
    PUBLISHED.put("mobilenet", "distiller_mobilenet");
    PUBLISHED.put("vgg16_cifar", "vgg16_cifar");
    PUBLISHED.put("vgg19", "vgg19");
  }

  private Corpus() {}

  /** A schedule. */
  record Entry(Path file, String text, Analyzer analyzer) {}

  /** Those of this project, in some of its folders. */
  static List<Entry> own(String... folders) {
    List<Entry> entries = new ArrayList<>();
    for (String folder : folders) {
      for (Path file : files(Path.of("test-schedules", folder))) {
        String text = Sources.read(file.toString(), file).text();
        entries.add(new Entry(file, text, analyzer(text)));
      }
    }
    return entries;
  }

  /** Those that were published, where they are here, for the models that they are for. */
  static List<Entry> published() {
    List<Entry> entries = new ArrayList<>();
    for (Path file : Shared.files("schedules/distiller", ".yaml")) {
      String text = Sources.read(file.toString(), file).text();
      Path model = model(file.getFileName().toString());
      if (Files.exists(model)) {
        entries.add(new Entry(file, text, analyzer(Optional.of(model), Target.PLAN)));
      }
    }
    return entries;
  }

  private static Path model(String name) {
    for (Map.Entry<String, String> entry : PUBLISHED.entrySet()) {
      if (name.contains(entry.getKey())) {
        return Path.of("..", "shared", "models", "graphs", entry.getValue() + ".onnx");
      }
    }
    return Checked.bundled("resnet20_cifar");
  }

  private static Analyzer analyzer(String text) {
    Target target = text.contains("target=distiller") ? Target.DISTILLER : Target.PLAN;
    Optional<Path> model = Optional.of(Checked.bundled("resnet20_cifar"));
    return analyzer(text.contains("schedulec: model=") ? Optional.empty() : model, target);
  }

  private static Analyzer analyzer(Optional<Path> model, Target target) {
    return new Analyzer(MODELS, model, target, OptionalInt.empty());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") && !f.toString().endsWith(".fixed.yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

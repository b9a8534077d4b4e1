package io.schedulec.schedule;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.Trait;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;

/** Tells schedules from the other YAML files of a pruning project. */
final class FileKinds {
  private FileKinds() {}

  static FileKind of(YamlValue.Mapping root) {
    if (root.entry("policies").isPresent()) {
      return FileKind.SCHEDULE;
    }
    if (root.entry("quantizers").isPresent()) {
      return isPostTraining(root) ? FileKind.QUANTIZER_CONFIG : FileKind.SCHEDULE;
    }
    if (hasSection(root)) {
      return FileKind.SCHEDULE;
    }
    if (root.entry("network").map(FileKinds::isLayerList).orElse(false)) {
      return FileKind.LAYER_LIST;
    }
    return isStatistics(root) ? FileKind.ACTIVATION_STATISTICS : FileKind.SCHEDULE;
  }

  private static boolean hasSection(YamlValue.Mapping root) {
    for (YamlValue.Entry entry : root.entries()) {
      if (Section.ofKey(entry.key().text()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPostTraining(YamlValue.Mapping root) {
    YamlValue value = root.entry("quantizers").orElseThrow().value().resolved();
    if (value instanceof YamlValue.Mapping quantizers) {
      for (YamlValue.Entry entry : quantizers.entries()) {
        if (entry.value().resolved() instanceof YamlValue.Mapping quantizer
            && isPostTrainingClass(quantizer)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isPostTrainingClass(YamlValue.Mapping quantizer) {
    return quantizer
        .entry("class")
        .flatMap(entry -> Values.text(entry.value().resolved()))
        .map(Spanned::value)
        .flatMap(name -> Catalog.find(Section.QUANTIZERS, name))
        .map(spec -> spec.has(Trait.POST_TRAINING))
        .orElse(false);
  }

  private static boolean isLayerList(YamlValue.Entry network) {
    if (!(network.value().resolved() instanceof YamlValue.Mapping models)
        || models.entries().isEmpty()) {
      return false;
    }
    for (YamlValue.Entry model : models.entries()) {
      if (!(model.value().resolved() instanceof YamlValue.Sequence)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStatistics(YamlValue.Mapping root) {
    for (YamlValue.Entry entry : root.entries()) {
      boolean layer =
          entry.value().resolved() instanceof YamlValue.Mapping mapping
              && (mapping.entry("inputs").isPresent() || mapping.entry("output").isPresent());
      if (!layer) {
        return false;
      }
    }
    return !root.entries().isEmpty();
  }
}

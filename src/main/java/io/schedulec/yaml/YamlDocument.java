package io.schedulec.yaml;

import io.schedulec.source.SourceFile;
import java.util.List;

/**
 * The one document of a file.
 *
 * @param source the file
 * @param root its top-level mapping
 * @param directives the settings in its comment lines
 */
public record YamlDocument(SourceFile source, YamlValue.Mapping root, List<Directive> directives) {
  /** Copies the directives. */
  public YamlDocument {
    directives = List.copyOf(directives);
  }
}

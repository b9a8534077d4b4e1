package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file.
 *
 * @param source the file
 * @param model the name of the model it was checked against, if any
 * @param diagnostics the findings, in the order in which they are shown
 * @param allowed how many more are allowed by comments or by a configuration
 * @param known how many more a baseline lists
 */
public record FileResult(
    SourceFile source,
    @Nullable String model,
    List<Diagnostic> diagnostics,
    int allowed,
    int known) {
  /** What was found where nothing is hidden. */
  public FileResult(SourceFile source, @Nullable String model, List<Diagnostic> diagnostics) {
    this(source, model, diagnostics, 0, 0);
  }

  /** Copies the findings. */
  public FileResult {
    diagnostics = List.copyOf(diagnostics);
  }
}

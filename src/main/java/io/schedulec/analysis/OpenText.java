package io.schedulec.analysis;

import io.schedulec.source.SourceFile;
import java.nio.file.Path;

/**
 * A schedule as it stands in an editor, saved or not.
 *
 * @param source its text
 * @param file where it lies, or any file of the folder it should count as lying in
 * @param version the editor's number for this state of the text
 */
public record OpenText(SourceFile source, Path file, int version) {}

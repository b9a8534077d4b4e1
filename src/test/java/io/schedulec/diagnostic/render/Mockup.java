package io.schedulec.diagnostic.render;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the schedules on which the look of findings was designed. */
record Mockup(SourceFile file) {

  static Mockup read(String name) {
    try {
      String text = Files.readString(Path.of("test-schedules", "mockups", name + ".yaml"));
      return new Mockup(SourceFile.of("schedules/" + name + ".yaml", text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The place of some words on a line. */
  Span at(int line, String words) {
    int index = file.line(line).indexOf(words);
    if (index < 0) {
      throw new IllegalArgumentException(words + " is not in line " + line);
    }
    return Span.at(file.lineStart(line) + index, words.length());
  }

  /** A line without its indentation. */
  Span line(int line) {
    return at(line, file.line(line).strip());
  }

  /** The empty place at the end of a line. */
  Span end(int line) {
    return Span.at(file.lineSpan(line).end(), 0);
  }
}

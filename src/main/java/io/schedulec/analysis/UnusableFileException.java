package io.schedulec.analysis;

import io.schedulec.source.OneLine;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;

/** A file that a request names and that cannot be used; the message is one sentence for people. */
public final class UnusableFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sentence;

  /** Takes one sentence that names the file, without full stop. */
  public UnusableFileException(String message) {
    this("", message);
  }

  /**
   * Takes a sentence and where a text names the file.
   *
   * @param place {@code path:line:column: }, to stand before the sentence
   */
  UnusableFileException(String place, String sentence) {
    super(OneLine.of(place + sentence));
    this.sentence = OneLine.of(sentence);
  }

  /** What is wrong with a text, and where. */
  static UnusableFileException at(SourceFile source, Span span, String what) {
    Position at = source.position(span.start());
    return new UnusableFileException(
        source.path() + ":" + at.line() + ":" + at.column() + ": " + what);
  }

  /** The message without the place, for those who point to it. */
  String sentence() {
    return sentence;
  }
}

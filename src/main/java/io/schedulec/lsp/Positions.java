package io.schedulec.lsp;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Places of one text as a client counts them: lines from 0, columns from 0 in its own units. Places
 * that are not in the text stand for the nearest one that is.
 */
final class Positions {
  private final SourceFile source;
  private final PositionEncoding encoding;

  Positions(SourceFile source, PositionEncoding encoding) {
    this.source = source;
    this.encoding = encoding;
  }

  /** The offset of a place. */
  int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= source.lineCount()) {
      return source.text().length();
    }
    int line = position.getLine() + 1;
    int units = Math.max(0, position.getCharacter());
    return source.lineStart(line) + encoding.offset(source.line(line), units);
  }

  /** The place of an offset. */
  Position position(int offset) {
    int line = source.position(offset).line();
    int start = source.lineStart(line);
    int end = Math.min(offset, source.text().length());
    int units = encoding.units(source.text().substring(start, Math.max(start, end)));
    return new Position(line - 1, units);
  }

  /** The span of two places, in either order. */
  Span span(Range range) {
    int start = offset(range.getStart());
    int end = offset(range.getEnd());
    return new Span(Math.min(start, end), Math.max(start, end));
  }

  /** The two places of a span. */
  Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }
}

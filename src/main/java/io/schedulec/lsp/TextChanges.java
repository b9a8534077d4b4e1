package io.schedulec.lsp;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** Makes the changes that a client reports. */
final class TextChanges {
  private TextChanges() {}

  /** The text after some changes, each of which is about the text that the one before left. */
  static SourceFile apply(
      SourceFile source, List<TextDocumentContentChangeEvent> changes, PositionEncoding encoding) {
    SourceFile text = source;
    for (TextDocumentContentChangeEvent change : changes) {
      text = SourceFile.of(text.path(), after(text, change, encoding));
    }
    return text;
  }

  private static String after(
      SourceFile source, TextDocumentContentChangeEvent change, PositionEncoding encoding) {
    if (change.getRange() == null) {
      return change.getText();
    }
    Span span = new Positions(source, encoding).span(change.getRange());
    String text = source.text();
    return text.substring(0, span.start()) + change.getText() + text.substring(span.end());
  }
}

package io.schedulec.lsp;

import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** An edit where the protocol would also take a snippet. */
final class TextChange {
  private TextChange() {}

  static Either<TextEdit, SnippetTextEdit> of(TextEdit edit) {
    return Either.forLeft(edit);
  }
}

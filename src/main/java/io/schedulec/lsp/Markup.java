package io.schedulec.lsp;

import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** Markdown, for those who render it and for those who do not. */
final class Markup {
  private Markup() {}

  /** The text as Markdown, or without its marks. */
  static MarkupContent of(String markdown, boolean rendered) {
    return rendered
        ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
        : new MarkupContent(MarkupKind.PLAINTEXT, markdown.replace("**", "").replace("`", ""));
  }
}

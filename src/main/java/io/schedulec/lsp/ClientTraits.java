package io.schedulec.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/**
 * What a client can do.
 *
 * @param encoding how it counts columns
 * @param related whether it shows the other places of a finding
 * @param versionedEdits whether edits may name the version of the text that they are for
 * @param watches whether it can be asked to watch files
 * @param hoverMarkdown whether it renders Markdown when hovering
 * @param completionMarkdown whether it renders Markdown beside completions
 */
record ClientTraits(
    PositionEncoding encoding,
    boolean related,
    boolean versionedEdits,
    boolean watches,
    boolean hoverMarkdown,
    boolean completionMarkdown) {

  /** Of a client that has not said anything. */
  static final ClientTraits UNKNOWN =
      new ClientTraits(PositionEncoding.UTF_16, false, false, false, false, false);

  /** Of a client that has introduced itself. */
  static ClientTraits of(Optional<ClientCapabilities> client) {
    Optional<TextDocumentClientCapabilities> texts =
        client.map(ClientCapabilities::getTextDocument);
    Optional<WorkspaceClientCapabilities> workspace = client.map(ClientCapabilities::getWorkspace);
    return new ClientTraits(
        PositionEncoding.of(
            client
                .map(ClientCapabilities::getGeneral)
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of())),
        texts
            .map(TextDocumentClientCapabilities::getPublishDiagnostics)
            .map(PublishDiagnosticsCapabilities::getRelatedInformation)
            .orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getWorkspaceEdit)
            .map(WorkspaceEditCapabilities::getDocumentChanges)
            .orElse(false),
        workspace
            .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false),
        texts
            .map(TextDocumentClientCapabilities::getHover)
            .map(HoverCapabilities::getContentFormat)
            .map(formats -> formats.contains(MarkupKind.MARKDOWN))
            .orElse(false),
        texts
            .map(TextDocumentClientCapabilities::getCompletion)
            .map(CompletionCapabilities::getCompletionItem)
            .map(CompletionItemCapabilities::getDocumentationFormat)
            .map(formats -> formats.contains(MarkupKind.MARKDOWN))
            .orElse(false));
  }
}

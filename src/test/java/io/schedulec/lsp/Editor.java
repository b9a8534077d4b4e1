package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** A client in this process, and a server that it talks to through pipes. */
final class Editor implements LanguageClient, AutoCloseable {
  private static final int PATIENCE = 60;

  private final BlockingQueue<PublishDiagnosticsParams> findings = new LinkedBlockingQueue<>();
  private final List<MessageParams> messages = new ArrayList<>();
  private final List<RegistrationParams> registrations = new ArrayList<>();
  private final CompletableFuture<Integer> exitCode;
  private final OutputStream toServer;
  private final LanguageServer server;
  private final Future<Void> listening;

  Editor() {
    try {
      Pipe requests = Pipe.open();
      Pipe answers = Pipe.open();
      toServer = Channels.newOutputStream(requests.sink());
      InputStream in = Channels.newInputStream(requests.source());
      OutputStream out = Channels.newOutputStream(answers.sink());
      exitCode = CompletableFuture.supplyAsync(() -> LspServer.serve(in, out, "test"));
      Launcher<LanguageServer> launcher =
          LSPLauncher.createClientLauncher(
              this, Channels.newInputStream(answers.source()), toServer);
      server = launcher.getRemoteProxy();
      listening = launcher.startListening();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An editor that has introduced itself. */
  static Editor started() {
    ClientCapabilities capabilities = new ClientCapabilities();
    TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
    PublishDiagnosticsCapabilities diagnostics = new PublishDiagnosticsCapabilities();
    diagnostics.setRelatedInformation(true);
    texts.setPublishDiagnostics(diagnostics);
    capabilities.setTextDocument(texts);
    Editor editor = new Editor();
    editor.initialize(capabilities);
    return editor;
  }

  InitializeResult initialize(ClientCapabilities capabilities) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    InitializeResult result = await(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  LanguageServer server() {
    return server;
  }

  /** Where to write what no client would. */
  OutputStream raw() {
    return toServer;
  }

  void open(String uri, int version, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "yaml", version, text)));
  }

  void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), changes));
  }

  void replace(String uri, int version, String text) {
    change(uri, version, List.of(new TextDocumentContentChangeEvent(text)));
  }

  void shut(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  List<CodeAction> actions(String uri, Range range) {
    var params =
        new CodeActionParams(
            new TextDocumentIdentifier(uri), range, new CodeActionContext(List.of()));
    List<Either<Command, CodeAction>> actions =
        await(server.getTextDocumentService().codeAction(params));
    return actions.stream().map(Either::getRight).toList();
  }

  /** The next findings that the server publishes. */
  PublishDiagnosticsParams nextFindings() {
    try {
      PublishDiagnosticsParams next = findings.poll(PATIENCE, TimeUnit.SECONDS);
      assertThat(next).as("findings within %s seconds", PATIENCE).isNotNull();
      return java.util.Objects.requireNonNull(next);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<RegistrationParams> registrations() {
    return registrations;
  }

  /** Whether no findings wait to be looked at. */
  boolean quiet() {
    return findings.isEmpty();
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  int exitCode() {
    return await(exitCode);
  }

  /** The text after the edits of a client that counts in UTF-16. */
  static String apply(String text, List<TextEdit> edits) {
    Positions positions = new Positions(SourceFile.of("", text), PositionEncoding.UTF_16);
    StringBuilder out = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      Span span = positions.span(edits.get(i).getRange());
      out.replace(span.start(), span.end(), edits.get(i).getNewText());
    }
    return out.toString();
  }

  /** The place of the first occurrence of a text. */
  static Position at(String text, String part) {
    Positions positions = new Positions(SourceFile.of("", text), PositionEncoding.UTF_16);
    return positions.position(text.indexOf(part));
  }

  @Override
  public void close() {
    try {
      toServer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(exitCode()).isBetween(0, 1);
    listening.cancel(true);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    findings.add(params);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    registrations.add(params);
    return CompletableFuture.allOf();
  }

  @Override
  public void logMessage(MessageParams message) {
    messages.add(message);
  }

  /** What the server has logged. */
  List<MessageParams> messages() {
    return messages;
  }

  @Override
  public void telemetryEvent(Object object) {}

  @Override
  public void showMessage(MessageParams message) {}

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    return new CompletableFuture<>();
  }
}

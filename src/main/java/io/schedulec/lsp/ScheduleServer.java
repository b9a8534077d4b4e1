package io.schedulec.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** Messages about the server itself. */
final class ScheduleServer implements LanguageServer {
  private final Session session;
  private final String version;
  private final TextService texts;
  private final FileService files;

  ScheduleServer(Session session, String version) {
    this.session = session;
    this.version = version;
    this.texts = new TextService(session);
    this.files = new FileService(session);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    ClientTraits traits = ClientTraits.of(Optional.ofNullable(params.getCapabilities()));
    session.start(traits, root(params));
    Optional.ofNullable(params.getProcessId()).ifPresent(session.lifetime()::follow);
    ServerInfo info = new ServerInfo("schedulec", version);
    return CompletableFuture.completedFuture(new InitializeResult(capabilities(traits), info));
  }

  @SuppressWarnings("deprecation") // older clients have nothing but a root
  private static Path root(InitializeParams params) {
    Stream<String> folders =
        params.getWorkspaceFolders() == null
            ? Stream.of()
            : params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri);
    return Stream.concat(folders, Stream.ofNullable(params.getRootUri()))
        .flatMap(uri -> Uris.file(uri).stream())
        .findFirst()
        .orElse(Path.of(""));
  }

  private static ServerCapabilities capabilities(ClientTraits traits) {
    ServerCapabilities capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(traits.encoding().word());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(Either.forLeft(true));
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setCompletionProvider(new CompletionOptions(false, List.of(".", " ")));
    capabilities.setDefinitionProvider(true);
    capabilities.setReferencesProvider(true);
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
    return capabilities;
  }

  /** Asks to be told when models and configurations change. */
  @Override
  public void initialized(InitializedParams params) {
    if (session.traits().watches()) {
      session.client().ifPresent(ScheduleServer::watch);
    }
  }

  /** A client that refuses is not asked again: stamps of files say the same, only later. */
  private static void watch(LanguageClient client) {
    var files =
        new DidChangeWatchedFilesRegistrationOptions(
            List.of(
                new FileSystemWatcher(Either.forLeft("**/*.onnx")),
                new FileSystemWatcher(Either.forLeft("**/*.pt2")),
                new FileSystemWatcher(Either.forLeft("**/schedulec.yaml"))));
    var watching = new Registration("files", "workspace/didChangeWatchedFiles", files);
    CompletableFuture<Void> unused =
        client.registerCapability(new RegistrationParams(List.of(watching)));
  }

  @Override
  public CompletableFuture<@Nullable Object> shutdown() {
    session.lifetime().shutDown();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    session.lifetime().exit();
  }

  /** Nothing is traced. */
  @Override
  public void setTrace(SetTraceParams params) {}

  @Override
  public TextDocumentService getTextDocumentService() {
    return texts;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return files;
  }
}

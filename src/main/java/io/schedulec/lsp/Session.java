package io.schedulec.lsp;

import io.schedulec.analysis.OpenText;
import io.schedulec.analysis.Snapshot;
import io.schedulec.analysis.Workspace;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client and its texts. */
final class Session {
  private final Workspace workspace = new Workspace();
  private final Lifetime lifetime;
  private final ExecutorService worker;
  private final Map<String, Snapshot> published = new HashMap<>();
  private volatile Optional<LanguageClient> client = Optional.empty();
  private volatile ClientTraits traits = ClientTraits.UNKNOWN;
  private volatile Path folder = Path.of("");

  /**
   * A session.
   *
   * @param worker runs one task at a time, in order
   */
  Session(Lifetime lifetime, ExecutorService worker) {
    this.lifetime = lifetime;
    this.worker = worker;
  }

  void connect(LanguageClient other) {
    client = Optional.of(other);
  }

  /**
   * The client has introduced itself.
   *
   * @param root the folder in which texts that lie nowhere count as lying
   */
  void start(ClientTraits client, Path root) {
    traits = client;
    folder = root;
    lifetime.start();
  }

  Lifetime lifetime() {
    return lifetime;
  }

  ClientTraits traits() {
    return traits;
  }

  Optional<LanguageClient> client() {
    return client;
  }

  /** Opens a text, unless it is a configuration, which is read from its file. */
  void open(String uri, String text, int version) {
    Optional<Path> file = Uris.file(uri);
    if (file.isPresent() && file.get().endsWith("schedulec.yaml")) {
      return;
    }
    Path place = file.orElse(folder.resolve("untitled.yaml"));
    SourceFile source = SourceFile.of(file.map(Path::toString).orElse(uri), text);
    workspace.put(uri, new OpenText(source, place, version));
    publish(uri);
  }

  /** Replaces a text by what becomes of it. */
  void change(String uri, Optional<Integer> version, UnaryOperator<SourceFile> change) {
    Optional<OpenText> old = workspace.text(uri);
    if (old.isPresent()) {
      SourceFile source = change.apply(old.get().source());
      int number = version.orElse(old.get().version() + 1);
      workspace.put(uri, new OpenText(source, old.get().file(), number));
      publish(uri);
    }
  }

  void close(String uri) {
    workspace.remove(uri);
    publish(uri);
  }

  /** Looks at everything again: a file beside the texts has changed. */
  void filesChanged() {
    run(
        () -> {
          workspace.filesChanged();
          workspace.names().forEach(this::publishNow);
        });
  }

  /** Has the findings of a text published; of several states in a row, only the newest ones. */
  private void publish(String uri) {
    run(() -> publishNow(uri));
  }

  private void publishNow(String uri) {
    Optional<Snapshot> snapshot = workspace.snapshot(uri);
    if (snapshot.isEmpty()) {
      if (published.remove(uri) != null) {
        send(new PublishDiagnosticsParams(uri, List.of()));
      }
      return;
    }
    boolean newest = workspace.text(uri).filter(snapshot.get().text()::equals).isPresent();
    if (newest && !snapshot.get().equals(published.put(uri, snapshot.get()))) {
      Findings findings = new Answers(uri, snapshot.get(), traits).findings();
      send(
          new PublishDiagnosticsParams(
              uri,
              findings.all(snapshot.get().analysis().diagnostics()),
              snapshot.get().text().version()));
    }
  }

  private void send(PublishDiagnosticsParams findings) {
    client.ifPresent(c -> c.publishDiagnostics(findings));
  }

  /** Does something after all that came before it; what goes wrong there ends nothing else. */
  private void run(Runnable task) {
    worker.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | StackOverflowError e) {
            var message = new MessageParams(MessageType.Error, bug(e));
            client.ifPresent(c -> c.logMessage(message));
          }
        });
  }

  /** What to say of a mistake of ours. */
  static String bug(Throwable e) {
    return "this is a bug in schedulec, please report it with the schedule: " + e;
  }

  /** Answers a question about the newest state of a text; {@code none} where it is not open. */
  <T> CompletableFuture<T> ask(String uri, T none, BiFunction<Snapshot, Answers, T> answer) {
    if (!lifetime.started()) {
      return refused(ResponseErrorCode.ServerNotInitialized, "the client has not said hello");
    }
    if (lifetime.over()) {
      return refused(ResponseErrorCode.InvalidRequest, "the client has said goodbye");
    }
    return CompletableFuture.supplyAsync(
        () ->
            workspace
                .snapshot(uri)
                .map(snapshot -> answer.apply(snapshot, new Answers(uri, snapshot, traits)))
                .orElse(none),
        worker);
  }

  private static <T> CompletableFuture<T> refused(ResponseErrorCode code, String why) {
    return CompletableFuture.failedFuture(
        new ResponseErrorException(new ResponseError(code, why, null)));
  }
}

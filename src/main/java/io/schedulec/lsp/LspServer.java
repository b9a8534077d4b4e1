package io.schedulec.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** A language server for schedules, over a pair of streams. */
public final class LspServer {
  private LspServer() {}

  /**
   * Serves one client until it says goodbye, closes its stream or ends.
   *
   * @param version what to say when asked for the server's version
   * @return the exit code of the protocol: 0 after a shutdown, else 1
   */
  public static int serve(InputStream in, OutputStream out, String version) {
    ExecutorService messages = Executors.newCachedThreadPool(task -> daemon(task, "messages"));
    ExecutorService worker = Executors.newSingleThreadExecutor(task -> daemon(task, "analysis"));
    Lifetime lifetime = new Lifetime();
    Session session = new Session(lifetime, worker);
    try {
      Launcher<LanguageClient> launcher =
          new LSPLauncher.Builder<LanguageClient>()
              .setLocalService(new ScheduleServer(session, version))
              .setRemoteInterface(LanguageClient.class)
              .setInput(in)
              .setOutput(out)
              .setExecutorService(messages)
              .setExceptionHandler(LspServer::error)
              .validateMessages(true)
              .create();
      session.connect(launcher.getRemoteProxy());
      Future<Void> listening = launcher.startListening();
      messages.execute(() -> endWith(listening, lifetime));
      return lifetime.await();
    } finally {
      worker.shutdownNow();
      messages.shutdownNow();
    }
  }

  /** What a client gets instead of an answer. */
  private static ResponseError error(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return cause instanceof ResponseErrorException refusal
        ? refusal.getResponseError()
        : new ResponseError(ResponseErrorCode.InternalError, Session.bug(cause), null);
  }

  private static void endWith(Future<Void> listening, Lifetime lifetime) {
    try {
      listening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The stream is as good as closed.
    } finally {
      lifetime.exit();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, "schedulec-" + name);
    thread.setDaemon(true);
    return thread;
  }
}

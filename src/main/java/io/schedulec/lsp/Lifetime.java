package io.schedulec.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How long a server lives: until its client says so, goes silent, or is gone. */
final class Lifetime {
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private volatile boolean ready;
  private volatile boolean shutDown;

  /** The client has introduced itself. */
  void start() {
    ready = true;
  }

  /** The client wants nothing any more but to say goodbye. */
  void shutDown() {
    shutDown = true;
  }

  /** Whether the client has introduced itself. */
  boolean started() {
    return ready;
  }

  /** Whether the client wants nothing any more. */
  boolean over() {
    return shutDown;
  }

  /** Ends the server; as the protocol has it, without a shutdown before it is a failure. */
  void exit() {
    end.complete(shutDown ? 0 : 1);
  }

  /**
   * Ends the server when a process does. One that cannot be seen, as from inside a container, is
   * taken to live: it has just sent a message.
   */
  void follow(long process) {
    Optional<ProcessHandle> client = ProcessHandle.of(process);
    if (client.isPresent() && !client.get().equals(ProcessHandle.current())) {
      CompletableFuture<Void> unused = client.get().onExit().thenRun(this::exit);
    }
  }

  /** Waits for the end and returns the exit code. */
  int await() {
    return end.join();
  }
}

package io.schedulec.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Does many things, several at once, with what comes of them in order. */
final class Crew {
  /** A thread takes longer to start than a few schedules to check. */
  private static final int WORTH_A_THREAD = 4;

  private static final int LOOK = 100;

  /** YAML may be deeply nested, and is read by recursion. */
  private static final long STACK = 8L << 20;

  private final List<Input> inputs;
  private final Work work;
  private final SlowProgress progress;
  private final @Nullable Outcome[] outcomes;
  private final @Nullable Throwable[] failures;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  /** Does one thing. */
  @FunctionalInterface
  interface Work {
    /** What comes of an input. */
    Outcome of(Input input);
  }

  private Crew(List<Input> inputs, Work work, Terminal terminal) {
    this.inputs = inputs;
    this.work = work;
    this.progress = new SlowProgress(terminal, inputs.size());
    this.outcomes = new Outcome[inputs.size()];
    this.failures = new Throwable[inputs.size()];
  }

  /**
   * What comes of each input, in the order of the inputs; where something fails, the first failure
   * in that order is thrown.
   *
   * @param threads how many are done at once at most
   */
  static List<Outcome> run(List<Input> inputs, int threads, Work work, Terminal terminal) {
    Crew crew = new Crew(inputs, work, terminal);
    int worth = (inputs.size() + WORTH_A_THREAD - 1) / WORTH_A_THREAD;
    crew.work(Math.min(threads, worth));
    return crew.outcomes();
  }

  private void work(int threads) {
    try {
      if (threads > 1) {
        together(threads);
      } else {
        alone();
      }
    } finally {
      progress.clear();
    }
  }

  private void alone() {
    while (takeOne()) {
      progress.show(done.get());
    }
  }

  private void together(int threads) {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(null, this::takeAll, "check-" + i, STACK);
      worker.setDaemon(true);
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        await(worker);
        progress.show(done.get());
      }
    }
  }

  private static void await(Thread worker) {
    try {
      worker.join(LOOK);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void takeAll() {
    while (takeOne()) {
      // The work is in the condition.
    }
  }

  private boolean takeOne() {
    int index = next.getAndIncrement();
    if (index >= inputs.size()) {
      return false;
    }
    try {
      outcomes[index] = work.of(inputs.get(index));
    } catch (RuntimeException | Error e) {
      failures[index] = e;
      next.set(inputs.size());
    }
    done.incrementAndGet();
    return true;
  }

  private List<Outcome> outcomes() {
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Throwable failure = failures[i];
      if (failure instanceof Error error) {
        throw error;
      } else if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      Outcome outcome = outcomes[i];
      if (outcome != null) {
        all.add(outcome);
      }
    }
    return all;
  }
}

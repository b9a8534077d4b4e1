package io.schedulec.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LifetimeTest {

  @Test
  void endsWithTheProcessOfTheClient() throws IOException {
    Process client = new ProcessBuilder("sleep", "600").start();
    Lifetime lifetime = new Lifetime();
    lifetime.follow(client.pid());
    CompletableFuture<Integer> end = CompletableFuture.supplyAsync(lifetime::await);

    assertThat(end).isNotDone();
    client.destroyForcibly();
    assertThat(end.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(1);
  }

  @Test
  void aProcessThatCannotBeSeenIsTakenToLive() {
    Lifetime lifetime = new Lifetime();
    lifetime.follow(Long.MAX_VALUE);
    lifetime.follow(ProcessHandle.current().pid());
    lifetime.shutDown();
    lifetime.exit();

    assertThat(lifetime.await()).isZero();
  }
}

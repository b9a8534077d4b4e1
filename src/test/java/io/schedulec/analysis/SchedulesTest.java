package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchedulesTest {

  @Test
  void schedulesAreFoundInEitherStyleAndNothingElse(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("block.yaml"), "version: 1\npolicies: []\n");
    Files.writeString(folder.resolve("flow.yml"), "{version: 1, pruners: {}, policies: []}\n");
    Files.writeString(folder.resolve("broken.yaml"), "pruners: [\n");
    Files.writeString(folder.resolve("other.yaml"), "jobs:\n  policies: []\n");
    Files.writeString(folder.resolve("schedulec.yaml"), "models: {}\npolicies: []\n");
    Files.writeString(folder.resolve("notes.txt"), "policies:\n");

    assertThat(Schedules.below(folder))
        .extracting(p -> String.valueOf(p.getFileName()))
        .containsExactly("block.yaml", "broken.yaml", "flow.yml");
  }
}

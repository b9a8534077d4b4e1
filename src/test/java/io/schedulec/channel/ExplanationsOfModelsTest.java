package io.schedulec.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.onnx.OnnxReader;
import io.schedulec.testing.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason and every layer of a group is reached from every weight, in networks of all kinds. */
final class ExplanationsOfModelsTest {
  private static final int ASKED = 12;

  @ParameterizedTest
  @ValueSource(strings = {"models/full", "models/graphs"})
  void everyReasonAndLayerIsReached(String folder) {
    Shared.file("models");
    List<String> broken = new ArrayList<>();
    for (Path file : Shared.files(folder, ".onnx")) {
      try {
        long t = System.nanoTime();
        ModelGraph graph = OnnxReader.read(file);
        int every = Math.max(1, graph.parameters().size() / ASKED);
        TraceLaws.broken(graph, every).forEach(line -> broken.add(file.getFileName() + ": " + line));
        System.err.println(file.getFileName() + " " + (System.nanoTime() - t) / 1000000);
      } catch (UnreadableModelException e) {
        // Other tests say which models can be read.
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
    System.err.println(String.join("\n", broken.subList(0, Math.min(60, broken.size()))));
    assertThat(broken).isEmpty();
  }
}

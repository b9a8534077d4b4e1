package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.Structure;
import io.schedulec.graph.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large files are mapped in pieces, which nothing that is read may notice. */
final class LargeFilesTest {
  private static final Path MODEL = Path.of("test-schedules", "models", "gated.onnx");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13, 127, 4099, 30000, 32761})
  void piecesMayEndAnywhere(int shift, @TempDir Path folder) throws IOException {
    ModelGraph small = OnnxReader.read(MODEL);
    byte[] model = Files.readAllBytes(MODEL);
    Path file = folder.resolve("gated.onnx");
    Files.write(file, behind((1 << 22) + shift, model));

    ModelGraph large = OnnxReader.read(file);

    assertThat(Structure.digest(large)).isEqualTo(Structure.digest(small));
    assertThat(contents(large)).isEqualTo(contents(small));
  }

  private static List<String> contents(ModelGraph graph) {
    return graph.values().stream()
        .filter(v -> v.kind() == Value.Kind.CONSTANT && v.type().integer())
        .flatMap(v -> v.data().stream())
        .map(d -> Arrays.toString(d.longs()))
        .toList();
  }

  /** A model behind a field of the given length that readers do not know. */
  private static byte[] behind(int length, byte[] model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, (1000 << 3) | 2);
    varint(out, length);
    out.writeBytes(new byte[length]);
    out.writeBytes(model);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}

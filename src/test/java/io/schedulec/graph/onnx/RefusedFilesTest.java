package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.testing.Shared;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file, and where, is said in one sentence. */
final class RefusedFilesTest {

  @Test
  void aMissingFile(@TempDir Path folder) {
    Path file = folder.resolve("absent.onnx");
    assertThat(Refusals.of(() -> OnnxReader.read(file))).isEqualTo("there is no file " + file);
  }

  @Test
  void aDirectory(@TempDir Path folder) {
    assertThat(Refusals.of(() -> OnnxReader.read(folder)))
        .isEqualTo(folder + " is a directory, not an ONNX file");
  }

  @Test
  void anEmptyFile(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("empty.onnx"));
    assertThat(Refusals.of(() -> OnnxReader.read(file)))
        .isEqualTo(file + " is empty: it ends at byte 0");
  }

  @Test
  void aFileThatIsTooLarge(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.onnx");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(3L << 30);
    }
    assertThat(Refusals.of(() -> OnnxReader.read(file)))
        .startsWith(file + " has 3221225472 bytes, but an ONNX file holds at most 2 GB");
  }

  @Test
  void aTextFile() {
    assertThat(refusal("version: 1\npruners:\n  low_pruner:\n"))
        .isEqualTo("model.onnx is a text file, not an ONNX file");
    assertThat(refusal("{\"a\": 1}")).isEqualTo("model.onnx is a text file, not an ONNX file");
    assertThat(refusal("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"))
        .startsWith("model.onnx is a Git LFS pointer");
    assertThat(refusal("PK\u0003\u0004\u0000\u0000")).startsWith("model.onnx is a zip archive");
  }

  @Test
  void aFileWithoutAGraph() {
    byte[] bytes = new ProtoBytes().integer(1, 8).toBytes();
    assertThat(Refusals.of(() -> OnnxBytes.read(bytes)))
        .isEqualTo("model.onnx has no graph: it is not an ONNX model");
  }

  @Test
  void aTruncatedFile() {
    byte[] bytes = OnnxBytes.model().input("x", 1).output("x", 1).toBytes();
    assertThat(Refusals.of(() -> OnnxBytes.read(Arrays.copyOf(bytes, bytes.length - 1))))
        .isEqualTo(
            "model.onnx is truncated or damaged: 34 bytes are announced at byte 9, more than"
                + " follow; the file has 43 bytes");
  }

  @Test
  void aCycle() {
    OnnxBytes model =
        OnnxBytes.model()
            .output("c")
            .node("a", "Relu", List.of("z"), List.of("x"))
            .node("b", "Relu", List.of("x"), List.of("y"))
            .node("c", "Relu", List.of("y"), List.of("z"));
    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: its nodes form a cycle: a -> b -> c -> a");
  }

  @Test
  void aDanglingInput() {
    OnnxBytes model =
        OnnxBytes.model().weight("w", 1).node("n", "Relu", List.of("x"), List.of("y"));
    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: n uses x, which nothing in the file defines");
  }

  @Test
  void anExportWithoutParameters() {
    Path file = Shared.file("models/graphs/variants/resnet18.dynamo-noparams.onnx");
    assertThat(Refusals.of(() -> OnnxReader.read(file)))
        .isEqualTo(
            file
                + " cannot be used: node_Conv_291 uses conv1.weight, which nothing in the file"
                + " defines: the model was exported without parameters (export_params=False)");
  }

  @Test
  void aTensorThatIsWrittenTwice() {
    OnnxBytes model =
        OnnxBytes.model()
            .input("x", 1)
            .node("a", "Relu", List.of("x"), List.of("y"))
            .node("b", "Relu", List.of("x"), List.of("y"));
    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: tensor y is written twice");
  }

  @Test
  void anOutputThatNothingComputes() {
    assertThat(Refusals.of(OnnxBytes.model().output("y", 1)::read))
        .isEqualTo("model.onnx cannot be used: nothing computes its output y");
  }

  @Test
  void impossibleSizes() {
    OnnxBytes model = OnnxBytes.model().weight("w", Long.MAX_VALUE, 2);
    assertThat(Refusals.of(model::read))
        .isEqualTo("model.onnx cannot be used: tensor w has impossible sizes");
  }

  private static String refusal(String text) {
    return Refusals.of(() -> OnnxBytes.read(text.getBytes(StandardCharsets.UTF_8)));
  }
}

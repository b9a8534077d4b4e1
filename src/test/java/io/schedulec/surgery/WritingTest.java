package io.schedulec.surgery;

import static io.schedulec.graph.onnx.OnnxBytes.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.graph.Shape;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.UnwritableModelException;
import io.schedulec.graph.onnx.OnnxBytes;
import io.schedulec.testing.OnnxRuntime;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where models are written, with what beside them, and what is left when they cannot be. */
class WritingTest {
  @TempDir private Path folder = Path.of("unset");
  private Path in = Path.of("unset");
  private Path out = Path.of("unset");

  @BeforeEach
  void makeFolders() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = Files.createDirectory(folder.resolve("out"));
  }

  /** A model whose second weight is in another file, from byte 8 on. */
  private static OnnxBytes external(String location) {
    return model()
        .input("x", 1, 2)
        .output("y", 1, 2)
        .reals("a.weight", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
        .external("b.weight", location, 8, 3, 2)
        .node("MatMul", List.of("x", "a.weight"), List.of("h"))
        .node("MatMul", List.of("h", "b.weight"), List.of("y"));
  }

  private static byte[] elements() {
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 10; i++) {
      bytes.putFloat(i);
    }
    return bytes.array();
  }

  private Cutting write(String location) throws IOException {
    Path file = in.resolve("m.onnx");
    Files.write(file, external(location).toBytes());
    return Cutting.of(file);
  }

  @Test
  void externalDataIsWrittenBeside() throws IOException {
    Files.write(in.resolve("w.bin"), elements());
    Cutting cutting = write("w.bin");
    Path target = out.resolve("cut.onnx");
    cutting.unchanged().without(List.of(cutting.filters("a.weight", 1))).write(target);
    assertThat(out.toFile().list()).containsExactlyInAnyOrder("cut.onnx", "cut.onnx.data");
    Cutting cut = Cutting.of(target);
    assertThat(cut.floats("a.weight")).containsExactly(1, 3, 4, 6);
    assertThat(cut.floats("b.weight")).containsExactly(2, 3, 6, 7);
    assertThat(cut.parameter("b.weight").shape()).isEqualTo(Shape.of(2, 2));
    assertThat(OnnxRuntime.run(target, 1)).hasSize(1);
  }

  @Test
  void externalDataMovesWithAnUnchangedModel() throws IOException {
    Files.write(in.resolve("w.bin"), elements());
    Cutting cutting = write("w.bin");
    Path target = out.resolve("copy.onnx");
    cutting.unchanged().write(target);
    Files.delete(in.resolve("w.bin"));
    assertThat(Cutting.of(target).floats("b.weight")).containsExactly(2, 3, 4, 5, 6, 7);
  }

  @Test
  void realModelsWithExternalDataAreCut() throws IOException {
    Cutting cutting = Cutting.of(Shared.file("models/full/resnet20_cifar.dynamo-extdata.onnx"));
    Cutting inline = Cutting.of(Shared.file("models/full/resnet20_cifar.dynamo-inline.onnx"));
    Path cut = out.resolve("external.onnx");
    Path same = out.resolve("inline.onnx");
    String conv = "layer2.0.conv1.weight";
    cutting.unchanged().without(List.of(cutting.filters(conv, 0, 7, 31))).write(cut);
    inline.unchanged().without(List.of(inline.filters(conv, 0, 7, 31))).write(same);
    List<float[]> found = OnnxRuntime.run(cut, 1);
    assertThat(OnnxRuntime.difference(found.get(0), OnnxRuntime.run(same, 1).get(0))).isZero();
    assertThat(Files.size(cut.resolveSibling("external.onnx.data"))).isLessThan(1083584);
    assertThat(out.toFile().list()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../w.bin", "sub/../../w.bin", "/etc/hostname", "link.bin", ""})
  void externalDataOutsideTheFolderIsRefused(String location) throws IOException {
    Files.write(folder.resolve("w.bin"), elements());
    Files.createSymbolicLink(in.resolve("link.bin"), folder.resolve("w.bin"));
    Cutting cutting = write(location);
    assertThatThrownBy(() -> cutting.unchanged().write(out.resolve("cut.onnx")))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("b.weight")
        .hasMessageContaining("folder");
    assertThat(out.toFile().list()).isEmpty();
  }

  @Test
  void missingOrShortExternalDataIsSaid() throws IOException {
    Cutting cutting = write("absent.bin");
    assertThatThrownBy(() -> cutting.unchanged().write(out.resolve("cut.onnx")))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("which is not there");
    Files.write(in.resolve("absent.bin"), new byte[31]);
    assertThatThrownBy(() -> cutting.unchanged().write(out.resolve("cut.onnx")))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("past the end");
    assertThat(out.toFile().list()).isEmpty();
  }

  @Test
  void theModelThatIsReadIsNotWrittenOver() throws IOException {
    Files.write(in.resolve("w.bin"), elements());
    Cutting cutting = write("w.bin");
    Path soft = Files.createSymbolicLink(out.resolve("soft.onnx"), in.resolve("m.onnx"));
    Path hard = Files.createLink(out.resolve("hard.onnx"), in.resolve("m.onnx"));
    byte[] before = Files.readAllBytes(in.resolve("m.onnx"));
    for (Path same : List.of(in.resolve("m.onnx"), soft, hard, in.resolve("../in/m.onnx"))) {
      assertThatThrownBy(() -> cutting.unchanged().write(same))
          .isInstanceOf(UnwritableModelException.class)
          .hasMessageContaining("choose another name");
    }
    assertThat(in.resolve("m.onnx")).hasBinaryContent(before);
  }

  @Test
  void theExternalDataThatIsReadIsNotWrittenOver() throws IOException {
    Files.write(in.resolve("out.onnx.data"), elements());
    Cutting cutting = write("out.onnx.data");
    for (String name : List.of("out.onnx", "out.onnx.data")) {
      assertThatThrownBy(() -> cutting.unchanged().write(in.resolve(name)))
          .isInstanceOf(UnwritableModelException.class);
    }
    assertThat(in.resolve("out.onnx.data")).hasBinaryContent(elements());
  }

  @Test
  void whatIsInThePlaceOfTheTargetIsReplacedWhole() throws IOException {
    Files.write(in.resolve("w.bin"), elements());
    Cutting cutting = write("w.bin");
    Path target = Files.writeString(out.resolve("old.onnx"), "old");
    Path link = Files.createSymbolicLink(out.resolve("link.onnx"), target);
    cutting.unchanged().write(link);
    assertThat(link).isSymbolicLink();
    assertThat(Cutting.of(target).floats("b.weight")).hasSize(6);
  }

  @Test
  void foldersAndMissingFoldersAreNoTargets() throws IOException {
    Files.write(in.resolve("w.bin"), elements());
    Cutting cutting = write("w.bin");
    assertThatThrownBy(() -> cutting.unchanged().write(out))
        .isInstanceOf(UnwritableModelException.class);
    assertThatThrownBy(() -> cutting.unchanged().write(out.resolve("absent/cut.onnx")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("absent");
    assertThat(out.toFile().list()).isEmpty();
  }
}

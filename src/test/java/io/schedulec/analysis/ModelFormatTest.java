package io.schedulec.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats are told apart by what is in a file, not by its name. */
final class ModelFormatTest {
  @SuppressWarnings("NullAway.Init") // given before each test
  @TempDir
  Path folder;

  @Test
  void aZipArchiveIsAnExportedProgramWhateverItIsCalled() throws IOException {
    Path file = Files.write(folder.resolve("net.onnx"), new byte[] {'P', 'K', 3, 4, 0});
    assertThat(ModelFormat.of(file)).isEqualTo(ModelFormat.PT2);
    assertThat(ModelFormat.dataFiles(file)).isEmpty();
  }

  @Test
  void anythingElseIsLeftToTheReaderOfOnnxFiles() throws IOException {
    Path file = Files.write(folder.resolve("net.pt2"), new byte[] {'P', 'K'});
    assertThat(ModelFormat.of(file)).isEqualTo(ModelFormat.ONNX);
    assertThat(ModelFormat.of(folder)).isEqualTo(ModelFormat.ONNX);
    assertThat(ModelFormat.of(folder.resolve("none"))).isEqualTo(ModelFormat.ONNX);
  }
}

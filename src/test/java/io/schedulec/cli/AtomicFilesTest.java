package io.schedulec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  private final Path directory;

  AtomicFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void writesANewFile() throws Exception {
    AtomicFiles.write(directory.resolve("größe.json"), "{\"ä\":1}\n");
    assertThat(directory.resolve("größe.json")).hasContent("{\"ä\":1}\n");
    assertThat(names()).containsExactly("größe.json");
  }

  @Test
  void replacesAFileAndKeepsItsPermissions() throws Exception {
    Path file = Files.writeString(directory.resolve("a"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicFiles.write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFailureLeavesWhatWasThere() throws Exception {
    Path file = Files.writeString(directory.resolve("a"), "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 17]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(BadRequest.class)
        .hasMessage("cannot write " + file + ": No space left on device");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void aBugLeavesNothingBehind() throws Exception {
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    directory.resolve("a"),
                    out -> {
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path file = Files.writeString(directory.resolve("a"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a"));
    AtomicFiles.write(link, "new");
    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(file).hasContent("new");
  }

  @Test
  void aDirectoryThatIsMissingIsNamed() {
    Path file = directory.resolve("missing").resolve("a");
    assertThatThrownBy(() -> AtomicFiles.write(file, "x"))
        .hasMessage("cannot write " + file + ": no such file or directory");
  }

  @Test
  void aDirectoryIsNotReplaced() {
    assertThatThrownBy(() -> AtomicFiles.write(directory, "x"))
        .isInstanceOf(BadRequest.class)
        .hasMessageContaining("directory");
    assertThat(directory).isDirectory();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(p -> p.getFileName().toString()).toList();
    }
  }
}

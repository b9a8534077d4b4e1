package io.schedulec.graph.pt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schedulec.graph.DataType;
import io.schedulec.graph.Parameter;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.pt2.Exported.Argument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no exported program is refused with one sentence that says what is wrong, and where. */
final class RefusedArchivesTest {
  @SuppressWarnings("NullAway.Init") // given before each test
  @TempDir
  Path folder;

  private static Exported small() {
    return new Exported()
        .input("x", 2, 3)
        .declare("y", DataType.FLOAT32, 2, 3)
        .call("torch.ops.aten.relu.default", List.of(tensor("self", "x")), "y")
        .output("y");
  }

  private static Argument tensor(String name, String value) {
    return new Argument(name, "{\"as_tensor\": {\"name\": \"" + value + "\"}}");
  }

  private Path file() {
    return folder.resolve("net.pt2");
  }

  private void refused(Path file, String sentence) {
    assertThatThrownBy(() -> Pt2Reader.read(file))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(sentence)
        .message()
        .doesNotContain("\n")
        .doesNotEndWith(".")
        .hasSizeLessThan(file.toString().length() + 400);
  }

  private void refused(String program, String sentence) {
    refused(small().write(file(), program), sentence);
  }

  @Test
  void theSmallOneIsRead() {
    assertThat(OneCall.nodes(Pt2Reader.read(small().write(file())))).containsExactly("y = Relu(x)");
  }

  @Test
  void aTruncatedFile() throws IOException {
    byte[] bytes = Files.readAllBytes(small().write(file()));
    for (int length = 4; length < bytes.length; length += 97) {
      Files.write(file(), Arrays.copyOf(bytes, length));
      refused(file(), "is truncated or damaged");
    }
  }

  @Test
  void anyByteMayBeDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(small().write(file()));
    int read = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x15;
      Files.write(file(), damaged);
      try {
        Pt2Reader.read(file());
        read++;
      } catch (UnreadableModelException refused) {
        assertThat(refused).hasMessageStartingWith(file().toString());
      }
    }
    assertThat(read).isLessThan(bytes.length);
  }

  @Test
  void aCompressedEntryThatIsLargerThanTheFile() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file()))) {
      zip.putNextEntry(new ZipEntry("net/models/model.json"));
      byte[] blanks = new byte[1 << 16];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 1 << 10; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
    refused(file(), "its entry net/models/model.json is compressed");
  }

  @ParameterizedTest
  @CsvSource({
    "net/data.pkl, is a checkpoint of torch.save",
    "net/constants.pkl net/code/net.py net/data.pkl, is a TorchScript archive",
    "serialized_exported_program.json version, was written by torch.export.save of PyTorch 2.7",
    "net/data/aotinductor/model/a.so net/archive_format, is a compiled package of AOTInductor",
    "net/archive_format net/byteorder, is an archive of PyTorch without models/model.json",
    "word/document.xml, 'is a zip archive, but no model'",
    "net/models/a.json net/models/b.json, 'holds 2 models, and one is expected'",
  })
  void anotherKindOfArchive(String entries, String sentence) {
    Map<String, byte[]> all = new java.util.LinkedHashMap<>();
    for (String entry : entries.split(" ", -1)) {
      all.put(entry, new byte[] {1});
    }
    refused(Exported.zip(file(), "", all), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2]|the text is no object",
        "|the text ends",
        "{\"a\": 1|the text ends",
        "{\"a\" 1}|the text is no JSON",
        "{\"a\": 1, \"a\": 2}|a name stands twice in an object at $.a",
        "{} {}|the text is no JSON",
        "{}|the text has no schema_version",
        "{\"schema_version\": {\"major\": 9}}|schema_version.major is 9, but only version 8",
        "{\"schema_version\": {\"major\": \"8\"}}|schema_version.major is no whole number",
        "{\"schema_version\": {\"major\": 8}}|the text has no graph_module",
      })
  void aTextThatIsNoProgram(String text, String sentence) {
    refused(text == null ? "" : text, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"target\": \"torch.ops.aten.relu.default\"|\"target\": 7|nodes[0].target is no text",
        "\"target\": |\"aim\": |nodes[0] has no target",
        "{\"as_int\": 2}|{\"as_int\": -2}|sizes[0] is no size: -2",
        "{\"as_int\": 2}|{\"as_int\": 2.5}|as_int is no whole number",
        "{\"as_int\": 2}|{\"as_int\": 2000000000000000000}|is no size",
        "{\"as_int\": 2}|{}|has 0 kinds instead of one",
        "\"strides\": [{\"as_int\": 3}, |\"strides\": [|has 1 strides for 2 axes",
        "{\"user_input\": |{\"user_input\": 1, \"more\": |has 2 kinds instead of one",
        "\"tensor_values\": {|\"tensor_values\": 3, \"b\": {|tensor_values is no object",
      })
  void aProgramOfWrongKinds(String part, String other, String sentence) {
    String program = small().json();
    assertThat(program).contains(part);
    refused(program.replace(part, other), sentence);
  }

  @Test
  void moreElementsThanAnyMemoryHolds() {
    Exported model = small().input("z", 1L << 40, 1L << 40);
    assertThatThrownBy(() -> Pt2Reader.read(model.write(file())))
        .hasMessageContaining("has more elements than any memory holds");
  }

  @Test
  void deepNesting() {
    refused("[".repeat(100_000), "it is nested more than 120 levels deep");
  }

  @Test
  void aNameThatNothingComputes() {
    Exported model =
        small().call("torch.ops.aten.relu.default", List.of(tensor("self", "nobody")), "z");
    refused(model.write(file()), "nodes[1] uses nobody, which nothing before it computes");
  }

  @Test
  void callsThatWaitForEachOther() {
    Exported model =
        new Exported()
            .declare("a", DataType.FLOAT32, 2)
            .declare("b", DataType.FLOAT32, 2)
            .call("torch.ops.aten.relu.default", List.of(tensor("self", "b")), "a")
            .call("torch.ops.aten.relu.default", List.of(tensor("self", "a")), "b")
            .output("b");
    refused(model.write(file()), "nodes[0] uses b, which nothing before it computes");
  }

  @Test
  void aNameThatIsComputedTwice() {
    Exported model = small().call("torch.ops.aten.relu.default", List.of(tensor("self", "x")), "y");
    refused(model.write(file()), "nodes[1] computes y, which is computed before");
  }

  @Test
  void anOutputThatNothingComputes() {
    refused(small().output("nobody").write(file()), "uses nobody, which nothing before it");
  }

  @Test
  void aParameterThatIsStoredInAnotherShape() {
    Exported model =
        small()
            .parameter("fc.weight", 4, 3)
            .store("fc.weight", "weight_0", false, Exported.meta(DataType.FLOAT32, 3, 4))
            .declare("z", DataType.FLOAT32, 2, 4)
            .call(
                "torch.ops.aten.linear.default",
                List.of(tensor("input", "x"), tensor("weight", "p_fc_weight")),
                "z");
    refused(model.write(file()), "fc.weight is 4x3 in the graph, but stored as 3x4");
  }

  @Test
  void aPickleIsRefusedOnlyToThoseWhoWantIt() {
    Exported model =
        small()
            .parameter("fc.weight", 4, 3)
            .store("fc.weight", "weight_0", true, Exported.meta(DataType.FLOAT32, 4, 3))
            .entry("data/weights/weight_0", new byte[48])
            .declare("z", DataType.FLOAT32, 2, 4)
            .call(
                "torch.ops.aten.linear.default",
                List.of(tensor("input", "x"), tensor("weight", "p_fc_weight")),
                "z");
    Path file = model.write(file());
    Parameter weight = Pt2Reader.read(file).parameters().get(0);
    assertThatThrownBy(() -> Pt2Weights.of(file).of(weight))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage(
            file
                + " cannot be used: the elements of fc.weight are stored as a pickle, which is never"
                + " opened");
  }
}

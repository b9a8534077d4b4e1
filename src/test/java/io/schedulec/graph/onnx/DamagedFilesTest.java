package io.schedulec.graph.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.schedulec.graph.DataType;
import io.schedulec.graph.ModelGraph;
import io.schedulec.graph.TensorData;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.graph.Value;
import io.schedulec.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, a file is read or refused with a sentence. */
final class DamagedFilesTest {
  private static final int MOST_POSITIONS = 1000;

  @ParameterizedTest
  @ValueSource(strings = {"tiny_inception.fused.onnx", "mobilenet_v1_025.onnx"})
  void everyDamageIsReportedOrHarmless(String name) throws IOException {
    damageEverywhere(Files.readAllBytes(Path.of("test-schedules", "models", name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models/full/vit_mini.dynamo.onnx",
        "models/full/lstm_lm.dynamo.onnx",
        "models/full/lstm_lm.fused.onnx",
        "models/graphs/variants/cond_net.dynamo.onnx",
        "models/graphs/variants/resnet_basic_mini.localfn.onnx",
        "models/onnx-light/light_bvlc_alexnet.onnx"
      })
  void everyDamageOfASharedModelIsReportedOrHarmless(String name) throws IOException {
    damageEverywhere(Files.readAllBytes(Shared.file(name)));
  }

  @Property(tries = 3000)
  void randomBytesAreReportedOrHarmless(@ForAll @Size(max = 60) byte[] bytes) {
    read(bytes);
  }

  @Property(tries = 3000)
  void randomGraphsAreReportedOrHarmless(@ForAll @Size(max = 60) byte[] bytes) {
    read(new ProtoBytes().bytes(7, bytes).toBytes());
  }

  @Property(tries = 3000)
  void randomNodesAreReportedOrHarmless(@ForAll List<@Size(max = 30) byte[]> nodes) {
    ProtoBytes graph = new ProtoBytes();
    for (byte[] node : nodes) {
      graph.bytes(1, node);
    }
    read(new ProtoBytes().message(7, graph).toBytes());
  }

  @Test
  void deepNestingIsRefused() {
    OnnxBytes body = OnnxBytes.graph("innermost");
    for (int i = 0; i < 2000; i++) {
      body =
          OnnxBytes.graph("outer")
              .node("If", List.of(), List.of("y" + i), OnnxBytes.body("then_branch", body));
    }
    byte[] bytes = new ProtoBytes().raw(body.toBytes()).toBytes();
    assertThat(read(bytes).orElseThrow()).endsWith("graphs are nested more than 50 deep");
  }

  private static void damageEverywhere(byte[] bytes) {
    Random random = new Random(1);
    int step = Math.max(1, bytes.length / MOST_POSITIONS);
    for (int i = 0; i < bytes.length; i += step) {
      read(Arrays.copyOf(bytes, i));
      byte before = bytes[i];
      bytes[i] = (byte) random.nextInt(256);
      read(bytes);
      bytes[i] = (byte) 0xff;
      read(bytes);
      bytes[i] = (byte) (before ^ (1 << random.nextInt(8)));
      read(bytes);
      bytes[i] = before;
    }
  }

  /** Reads a file and all its constants; what it was refused for. */
  private static Optional<String> read(byte[] bytes) {
    try {
      ModelGraph graph = OnnxBytes.read(bytes);
      for (Value value : graph.values()) {
        value.data().ifPresent(data -> elements(value.type(), data));
        assertThat(value.parameter().isPresent()).isEqualTo(value.kind() == Value.Kind.PARAMETER);
      }
      return Optional.empty();
    } catch (UnreadableModelException e) {
      assertThat(e.getMessage()).startsWith("model.onnx ").doesNotEndWith(".");
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static void elements(DataType type, TensorData data) {
    if (type.floating()) {
      assertThat(data.doubles()).isNotNull();
    } else if (type.integer() || type == DataType.BOOL) {
      assertThat(data.longs()).isNotNull();
    }
  }
}

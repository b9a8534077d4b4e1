package io.schedulec.equivalence;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What an independent runtime makes of a model file; all its values are floating-point. */
final class RanModel {
  private final Map<String, float[]> values = new HashMap<>();

  private RanModel() {}

  /**
   * Runs a model.
   *
   * @param more the names of inner values that are wanted besides its outputs
   */
  static RanModel of(Path model, Collection<String> more, String input, long[] shape, float[] x) {
    RanModel ran = new RanModel();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.setIntraOpNumThreads(1);
      byte[] bytes = withOutputs(Files.readAllBytes(model), more);
      try (OrtSession session = environment.createSession(bytes, options);
          OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
          OrtSession.Result result = session.run(Map.of(input, tensor))) {
        for (Map.Entry<String, OnnxValue> entry : result) {
          FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
          float[] elements = new float[buffer.remaining()];
          buffer.get(elements);
          ran.values.put(entry.getKey(), elements);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException(model.toString(), e);
    }
    return ran;
  }

  /** The elements of an output or of a value that was wanted. */
  float[] value(String name) {
    float[] elements = values.get(name);
    if (elements == null) {
      throw new AssertionError("no value " + name);
    }
    return elements;
  }

  /**
   * A file with more outputs: messages that follow each other are merged, and their repeated fields
   * are appended. A graph is field 7 of a model, an output field 12 of a graph, a name field 1.
   */
  private static byte[] withOutputs(byte[] model, Collection<String> names) {
    byte[] all = model;
    for (String name : names) {
      byte[] output = message(1, name.getBytes(StandardCharsets.UTF_8));
      byte[] graph = message(7, message(12, output));
      byte[] longer = Arrays.copyOf(all, all.length + graph.length);
      System.arraycopy(graph, 0, longer, all.length, graph.length);
      all = longer;
    }
    return all;
  }

  private static byte[] message(int field, byte[] contents) {
    if (contents.length > 127) {
      throw new IllegalArgumentException("too long a name");
    }
    byte[] message = new byte[contents.length + 2];
    message[0] = (byte) (field << 3 | 2);
    message[1] = (byte) contents.length;
    System.arraycopy(contents, 0, message, 2, contents.length);
    return message;
  }
}

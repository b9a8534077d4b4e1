package io.schedulec.testing;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs models with an implementation of ONNX that is not ours. */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /** What a model with one input computes of an array. */
  public static List<float[]> run(Path model, Npz.Array input) {
    return use(
        model,
        session -> {
          String name = session.getInputNames().iterator().next();
          try (OnnxTensor tensor = tensor(input)) {
            return outputs(session, Map.of(name, tensor));
          }
        });
  }

  /** What a model computes of random numbers; sizes that may vary are two. */
  public static List<float[]> run(Path model, long seed) {
    return use(
        model,
        session -> {
          Random random = new Random(seed);
          Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
          for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            inputs.put(input.getKey(), random((TensorInfo) input.getValue().getInfo(), random));
          }
          return outputs(session, inputs);
        });
  }

  /** The largest difference, as a part of the largest expected number. */
  public static double difference(float[] found, float[] expected) {
    if (found.length != expected.length) {
      return Double.POSITIVE_INFINITY;
    }
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < found.length; i++) {
      double one = Math.abs((double) found[i] - expected[i]);
      difference = Math.max(difference, Double.isNaN(one) ? Double.POSITIVE_INFINITY : one);
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    return difference == 0 ? 0 : difference / largest;
  }

  private interface Use {
    List<float[]> of(OrtSession session) throws OrtException;
  }

  private static List<float[]> use(Path model, Use use) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      // Rewritten graphs must be right as they are written, not only once they are optimised.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      try (OrtSession session =
          OrtEnvironment.getEnvironment().createSession(model.toString(), options)) {
        return use.of(session);
      }
    } catch (OrtException e) {
      throw new AssertionError(model + ": " + e.getMessage(), e);
    }
  }

  private static List<float[]> outputs(OrtSession session, Map<String, OnnxTensor> inputs)
      throws OrtException {
    List<float[]> outputs = new ArrayList<>();
    try (OrtSession.Result result = session.run(inputs)) {
      for (String name : session.getOutputNames()) {
        OnnxTensor tensor = (OnnxTensor) result.get(name).orElseThrow();
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.add(values);
      }
    }
    return outputs;
  }

  private static OnnxTensor tensor(Npz.Array array) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    return array.type().equals("<i8")
        ? OnnxTensor.createTensor(environment, LongBuffer.wrap(array.longs()), array.sizes())
        : OnnxTensor.createTensor(environment, FloatBuffer.wrap(array.floats()), array.sizes());
  }

  private static OnnxTensor random(TensorInfo info, Random random) throws OrtException {
    if (info.type != OnnxJavaType.FLOAT) {
      throw new AssertionError("an input of " + info.type);
    }
    long[] shape = info.getShape();
    int count = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] < 0 ? 2 : shape[i];
      count *= (int) shape[i];
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
  }
}

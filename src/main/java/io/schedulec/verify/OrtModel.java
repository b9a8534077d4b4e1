package io.schedulec.verify;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model file, loaded into ONNX Runtime. */
final class OrtModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OrtModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /** Loads the library. */
  static void load() {
    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    Unpacked.remove();
  }

  /** Loads a model; external data is looked for beside it. */
  static OrtModel open(Path file) throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // As written: what an optimizer makes of two models is not what is compared.
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new OrtModel(environment, environment.createSession(file.toString(), options));
    }
  }

  /** Every output for some inputs, flat. */
  List<double[]> run(RandomInputs random) throws OrtException {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      for (NodeInfo input : session.getInputInfo().values()) {
        inputs.put(input.getName(), random.tensor(environment, input));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return numbers(result);
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static List<double[]> numbers(OrtSession.Result result) throws OrtException {
    List<double[]> outputs = new ArrayList<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      if (!(output.getValue() instanceof OnnxTensor tensor)) {
        throw new OrtException("output " + output.getKey() + " is no tensor");
      }
      outputs.add(numbers(tensor, output.getKey()));
    }
    return outputs;
  }

  private static double[] numbers(OnnxTensor tensor, String name) throws OrtException {
    TensorInfo info = tensor.getInfo();
    ByteBuffer bytes = tensor.getByteBuffer().order(ByteOrder.nativeOrder());
    double[] numbers = new double[Math.toIntExact(info.getNumElements())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (info.type) {
            case FLOAT -> bytes.getFloat();
            case DOUBLE -> bytes.getDouble();
            case FLOAT16 -> Halves.fromFloat16(bytes.getShort());
            case BFLOAT16 -> Halves.fromBfloat16(bytes.getShort());
            case INT64 -> bytes.getLong();
            case INT32 -> bytes.getInt();
            case INT16 -> bytes.getShort();
            case INT8, UINT8, BOOL -> bytes.get();
            default -> throw new OrtException("output " + name + " has elements of " + info.type);
          };
    }
    return numbers;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}

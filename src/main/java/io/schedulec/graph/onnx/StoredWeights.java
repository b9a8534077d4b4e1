package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The elements of the parameters of an ONNX file, mapped into memory where they lie as such. */
public final class StoredWeights implements WeightSource {
  private final ModelFile file;

  private StoredWeights(ModelFile file) {
    this.file = file;
  }

  /**
   * The elements in a file, and in the files of external data beside it.
   *
   * @throws io.schedulec.graph.UnreadableModelException if the file holds no model
   */
  public static StoredWeights of(Path model) {
    return new StoredWeights(ModelFile.open(model));
  }

  /** The files of external data, as far as they lie where they may. */
  public Set<Path> dataFiles() {
    Set<Path> files = new LinkedHashSet<>();
    for (RawTensor tensor : file.tensors().values()) {
      if (tensor.data() instanceof ExternalTensorData external) {
        external.permitted().ifPresent(files::add);
      }
    }
    return files;
  }

  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    RawTensor tensor = file.tensors().get(parameter.onnxName());
    if (tensor == null || tensor.data() == null || tensor.type().bytes() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new WeightBytes(tensor.type(), tensor.shape(), TensorBytes.of(tensor.data())));
  }
}

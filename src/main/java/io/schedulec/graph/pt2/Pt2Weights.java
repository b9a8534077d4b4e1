package io.schedulec.graph.pt2;

import io.schedulec.graph.Parameter;
import io.schedulec.graph.WeightBytes;
import io.schedulec.graph.WeightSource;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The elements of the parameters of an archive. */
public final class Pt2Weights implements WeightSource {
  // Stays open for as long as the weights are in use; the system closes it afterwards.
  private final Archive archive;
  private final Payloads payloads;

  private Pt2Weights(Archive archive) {
    this.archive = archive;
    this.payloads = Payloads.read(archive);
  }

  /**
   * The elements in an archive.
   *
   * @throws io.schedulec.graph.UnreadableModelException if the file holds no exported program
   */
  public static Pt2Weights of(Path model) {
    return new Pt2Weights(Archive.open(model));
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.schedulec.graph.UnreadableModelException if they are stored as a pickle
   */
  @Override
  public Optional<WeightBytes> of(Parameter parameter) {
    Optional<Payload> payload = payloads.of(parameter.onnxName());
    if (payload.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer elements = payload.get().elements(archive, parameter.onnxName());
    TensorMeta meta = payload.get().meta().orElseThrow();
    return Optional.of(new WeightBytes(meta.type(), meta.shape(), elements));
  }
}

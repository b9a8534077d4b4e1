package io.schedulec.kernel;

import io.schedulec.graph.Parameter;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param contents the parameters whose values changed, in the order in which they did first: their
 *     new values at full size, as the model file stores them, little endian; read-only
 * @param thinnings what was removed, in order, one entry per group
 * @param masks what was zeroed, in order, one entry per tensor
 */
public record Outcome(
    Map<Parameter, ByteBuffer> contents, List<Thinning> thinnings, List<MaskReport> masks) {
  /** Copies the collections. */
  public Outcome {
    contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
    thinnings = List.copyOf(thinnings);
    masks = List.copyOf(masks);
  }
}

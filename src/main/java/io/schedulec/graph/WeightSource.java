package io.schedulec.graph;

import java.util.Optional;

/** The stored elements of parameters. */
public interface WeightSource {
  /**
   * The elements of a parameter as they are stored; empty where the model has none.
   *
   * @throws UnreadableModelException if the model says where they are, and they are not there
   */
  Optional<WeightBytes> of(Parameter parameter);
}

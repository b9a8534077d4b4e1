package io.schedulec.bind;

import io.schedulec.graph.Parameter;
import io.schedulec.source.Spanned;

/**
 * A weight that a schedule names and the model has.
 *
 * @param written the name as written, and where
 * @param parameter the parameter it means
 */
public record BoundWeight(Spanned<String> written, Parameter parameter) {

  /** The parameter's name. */
  public String name() {
    return parameter.name();
  }
}

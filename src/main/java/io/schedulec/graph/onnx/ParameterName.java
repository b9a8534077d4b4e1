package io.schedulec.graph.onnx;

import io.schedulec.graph.Parameter.Stored;

/**
 * A name found for a parameter.
 *
 * @param text the framework's name, or the file's own
 * @param stored how the stored tensor differs from the framework's parameter
 * @param recovered whether it is the framework's name
 */
record ParameterName(String text, Stored stored, boolean recovered) {
  /** A tensor that bears the framework's name. */
  static ParameterName own(String name) {
    return new ParameterName(name, Stored.SAME, true);
  }

  /** A tensor whose framework name is not known. */
  static ParameterName unknown(String name) {
    return new ParameterName(name, Stored.SAME, false);
  }
}

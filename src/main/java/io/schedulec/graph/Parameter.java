package io.schedulec.graph;

/**
 * A parameter of the network, as the place where it is used sees it.
 *
 * <p>Two layers whose equal values an exporter merged into one initializer are two parameters here;
 * a layer that is called twice is one.
 *
 * @param name the framework's name, e.g. {@code layer1.0.conv1.weight}; the model file's own name
 *     where that could not be recovered
 * @param onnxName the name of the tensor that holds the values in the model file
 * @param shape the shape of that stored tensor
 * @param type element type
 * @param stored how the stored tensor differs from the framework's parameter
 * @param recovered whether {@code name} is the framework's name
 */
public record Parameter(
    String name, String onnxName, Shape shape, DataType type, Stored stored, boolean recovered) {

  /** How a stored tensor differs from the framework's parameter of the same name. */
  public enum Stored {
    /** Same shape and axes. */
    SAME,
    /** The two axes of a matrix are exchanged. */
    TRANSPOSED,
    /** The same elements under other axes. */
    RESHAPED
  }

  /** The layer a parameter belongs to: its name without {@code .weight} or {@code .bias}. */
  public String layer() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

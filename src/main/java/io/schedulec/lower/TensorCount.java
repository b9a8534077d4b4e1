package io.schedulec.lower;

import io.schedulec.graph.Shape;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A tensor at some moment of a plan.
 *
 * @param name the parameter
 * @param shape its shape; {@link Shape#UNKNOWN} where the weights decide
 * @param zeros how many elements masks have made zero; empty where the weights decide
 * @param rate what its last mask came to; empty without one, or where the weights decide
 */
public record TensorCount(String name, Shape shape, OptionalLong zeros, Optional<Rate> rate) {}

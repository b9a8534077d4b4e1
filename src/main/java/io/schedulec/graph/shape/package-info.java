/**
 * The shape of every value of a model, computed operator by operator.
 *
 * <p>One {@code ShapeRule} per family of operators, listed in {@code ShapeRules}; {@link
 * io.schedulec.graph.shape.ShapeInference} applies them in graph order and follows the small
 * integer tensors that exporters compute reshape targets with.
 */
@NullMarked
package io.schedulec.graph.shape;

import org.jspecify.annotations.NullMarked;

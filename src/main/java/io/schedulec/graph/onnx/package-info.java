/**
 * Reads ONNX files into {@link io.schedulec.graph.ModelGraph}, see {@link
 * io.schedulec.graph.onnx.OnnxReader}, and writes changed copies of them, see {@link
 * io.schedulec.graph.onnx.ModelWriter}.
 *
 * <p>The only place that knows the ONNX format and the naming habits of its exporters. Weights stay
 * in the file until {@link io.schedulec.graph.onnx.StoredWeights} is asked for them.
 */
@NullMarked
package io.schedulec.graph.onnx;

import org.jspecify.annotations.NullMarked;

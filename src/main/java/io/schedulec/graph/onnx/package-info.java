/**
 * Reads ONNX files into {@link io.schedulec.graph.ModelGraph}; see {@link
 * io.schedulec.graph.onnx.OnnxReader}.
 *
 * <p>The only place that knows the ONNX format and the naming habits of its exporters. Weights stay
 * in the file: only the graph is read.
 */
@NullMarked
package io.schedulec.graph.onnx;

import org.jspecify.annotations.NullMarked;

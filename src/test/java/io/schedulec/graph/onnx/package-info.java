/** Tests of the reader of ONNX files, and a builder of small ones for other tests. */
@NullMarked
package io.schedulec.graph.onnx;

import org.jspecify.annotations.NullMarked;

/**
 * Compares what two model files compute, by running both. Needs ONNX Runtime, which is an optional
 * part of the distribution; everything else works without.
 */
@NullMarked
package io.schedulec.verify;

import org.jspecify.annotations.NullMarked;

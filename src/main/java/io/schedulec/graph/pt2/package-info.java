/**
 * Reads the archives of {@code torch.export.save} into {@link io.schedulec.graph.ModelGraph}, see
 * {@link io.schedulec.graph.pt2.Pt2Reader}.
 *
 * <p>The only place that knows the format and the operators of PyTorch. Those become standard
 * operators of ONNX, a class per family, listed in {@link io.schedulec.graph.pt2.AtenOperators};
 * what has no class stays what it is, and the analysis holds it for unknown. Nothing in an archive
 * is unpacked or run, and pickles are never opened.
 */
@NullMarked
package io.schedulec.graph.pt2;

import org.jspecify.annotations.NullMarked;

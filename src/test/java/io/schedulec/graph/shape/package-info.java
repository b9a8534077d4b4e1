/** Tests of shape inference. */
@NullMarked
package io.schedulec.graph.shape;

import org.jspecify.annotations.NullMarked;

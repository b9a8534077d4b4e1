/** Tests of the reader of archives of torch.export, and a builder of small ones. */
@NullMarked
package io.schedulec.graph.pt2;

import org.jspecify.annotations.NullMarked;

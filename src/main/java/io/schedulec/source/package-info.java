/**
 * Source text and places in it.
 *
 * <p>Everything else speaks of offsets into the text, in UTF-16 code units; lines and columns exist
 * only here and at the edges (renderers, editors).
 */
@NullMarked
package io.schedulec.source;

import org.jspecify.annotations.NullMarked;

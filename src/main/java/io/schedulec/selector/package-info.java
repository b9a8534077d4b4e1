/**
 * Selectors: texts that say which of a model's weights are meant.
 *
 * <p>Places are offsets into the text of a selector; where that text stands in a file is for others
 * to know. What a graph is asked is behind {@link World}.
 */
@NullMarked
package io.schedulec.selector;

import org.jspecify.annotations.NullMarked;

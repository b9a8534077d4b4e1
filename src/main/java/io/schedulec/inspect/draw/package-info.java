/**
 * A model as a picture: its layers and the operators that join channels, one colour for each group.
 *
 * <p>A model becomes a {@link io.schedulec.inspect.draw.Sketch}; blocks that are alike are found in
 * it and drawn once; what remains is written as DOT, or laid out and written as SVG.
 */
@NullMarked
package io.schedulec.inspect.draw;

import org.jspecify.annotations.NullMarked;

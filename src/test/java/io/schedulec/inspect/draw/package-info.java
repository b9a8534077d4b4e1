/** Tests of pictures of models. */
@NullMarked
package io.schedulec.inspect.draw;

import org.jspecify.annotations.NullMarked;

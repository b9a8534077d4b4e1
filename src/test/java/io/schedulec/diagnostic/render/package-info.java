/** Tests of what findings look like. */
@NullMarked
package io.schedulec.diagnostic.render;

import org.jspecify.annotations.NullMarked;

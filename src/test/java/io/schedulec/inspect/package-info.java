/** Tests of what {@code inspect} shows. */
@NullMarked
package io.schedulec.inspect;

import org.jspecify.annotations.NullMarked;

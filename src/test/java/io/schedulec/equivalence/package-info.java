/** Tests of {@link io.schedulec.equivalence.Emissions}. */
@NullMarked
package io.schedulec.equivalence;

import org.jspecify.annotations.NullMarked;

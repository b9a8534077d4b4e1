/** Tests of what can be looked up. */
@NullMarked
package io.schedulec.reference;

import org.jspecify.annotations.NullMarked;

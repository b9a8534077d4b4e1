/** Tests of selectors as texts: what they match, and what is said of those that are none. */
@NullMarked
package io.schedulec.selector;

import org.jspecify.annotations.NullMarked;

/**
 * Schedules without selectors: the names that they stand for written out in their place, in the
 * style of the file.
 */
@NullMarked
package io.schedulec.expand;

import org.jspecify.annotations.NullMarked;

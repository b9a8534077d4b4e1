/**
 * Takes a model file through a verified plan: masks, thinning, the new file, and what there is to
 * report of it.
 */
@NullMarked
package io.schedulec.run;

import org.jspecify.annotations.NullMarked;

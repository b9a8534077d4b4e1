/**
 * Cuts channels out of model files: {@link io.schedulec.surgery.ModelRewrite}.
 *
 * <p>Which indices go is followed from the parameters through every operator, apart from the rules
 * that found the groups, so that a cut on which the two do not agree is refused.
 */
@NullMarked
package io.schedulec.surgery;

import org.jspecify.annotations.NullMarked;

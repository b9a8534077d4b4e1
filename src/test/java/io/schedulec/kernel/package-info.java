/** Tests of plans: their text, and what makes one right for a model. */
@NullMarked
package io.schedulec.kernel;

import org.jspecify.annotations.NullMarked;

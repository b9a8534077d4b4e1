/** Tests of {@link io.schedulec.surgery.ModelRewrite}. */
@NullMarked
package io.schedulec.surgery;

import org.jspecify.annotations.NullMarked;

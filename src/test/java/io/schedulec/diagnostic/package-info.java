/** Tests of findings. */
@NullMarked
package io.schedulec.diagnostic;

import org.jspecify.annotations.NullMarked;

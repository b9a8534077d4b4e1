/** Tests of what is shown of models. */
@NullMarked
package io.schedulec.inspect;

import org.jspecify.annotations.NullMarked;

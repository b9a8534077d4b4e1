/** What may depend on what, as tests. */
@NullMarked
package io.schedulec.architecture;

import org.jspecify.annotations.NullMarked;

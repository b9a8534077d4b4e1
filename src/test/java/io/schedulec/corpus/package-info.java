/** Tests of what the cases of the project cover, and of the table that says so. */
@NullMarked
package io.schedulec.corpus;

import org.jspecify.annotations.NullMarked;

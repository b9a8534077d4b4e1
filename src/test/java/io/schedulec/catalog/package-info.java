/** Tests of the catalogue. */
@NullMarked
package io.schedulec.catalog;

import org.jspecify.annotations.NullMarked;

/** What tests of every package share. */
@NullMarked
package io.schedulec.testing;

import org.jspecify.annotations.NullMarked;

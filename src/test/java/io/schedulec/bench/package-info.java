/** Measurements. No test: nothing here fails when the machine is busy. */
@NullMarked
package io.schedulec.bench;

import org.jspecify.annotations.NullMarked;

/** The command line, run inside the test. */
@NullMarked
package io.schedulec.cli;

import org.jspecify.annotations.NullMarked;

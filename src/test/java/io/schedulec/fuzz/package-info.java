/** What is fed to a fuzzer, and what it has found. */
@NullMarked
package io.schedulec.fuzz;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: options in, text and exit codes out.
 *
 * <p>A new command is one {@code Command} and one entry in {@code Main}. Commands read options into
 * a record and hand it to the code that does the work; nothing here decides what is right or wrong
 * with a schedule. Only this package may import commons-cli.
 */
@NullMarked
package io.schedulec.cli;

import org.jspecify.annotations.NullMarked;

/**
 * What an editor shows of a schedule: pure functions of a snapshot and an offset, in plain records
 * that know nothing of any protocol.
 *
 * <p>{@link io.schedulec.ide.Hovers}, {@link io.schedulec.ide.Definitions}, {@link
 * io.schedulec.ide.Symbols} and {@link io.schedulec.ide.QuickFixes} read the values that were
 * parsed. {@link io.schedulec.ide.Completions} must work where nothing can be parsed yet, and tells
 * the structure of the text by its indentation.
 */
@NullMarked
package io.schedulec.ide;

import org.jspecify.annotations.NullMarked;

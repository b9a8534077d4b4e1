/**
 * The Language Server Protocol: translates between it and {@link io.schedulec.ide}, and nothing
 * more. The only user of LSP4J.
 *
 * <p>Texts are changed by the thread that reads messages; a second one analyses them and answers
 * requests, one after another, so that whoever types fast only waits for the newest text.
 */
@NullMarked
package io.schedulec.lsp;

import org.jspecify.annotations.NullMarked;

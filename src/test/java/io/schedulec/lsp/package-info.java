/** Tests of the language server, against clients in this process and real ones outside. */
@NullMarked
package io.schedulec.lsp;

import org.jspecify.annotations.NullMarked;

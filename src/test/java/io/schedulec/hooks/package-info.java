/** The hooks for commits, in repositories that are made for the purpose. */
@NullMarked
package io.schedulec.hooks;

import org.jspecify.annotations.NullMarked;

/**
 * Findings as data, the catalogue of their kinds, and the renderers that show them.
 *
 * <p>A new kind of finding is one constant of {@link io.schedulec.diagnostic.DiagnosticKind} and
 * one page of the same name under the resources of this package.
 */
@NullMarked
package io.schedulec.diagnostic;

import org.jspecify.annotations.NullMarked;

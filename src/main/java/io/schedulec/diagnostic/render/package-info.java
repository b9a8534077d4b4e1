/**
 * What findings look like: text for people, one line each for scripts and editors, JSON for
 * programs, and the pages that explain a kind of finding.
 *
 * <p>Public are {@link io.schedulec.diagnostic.render.TextRenderer}, {@link
 * io.schedulec.diagnostic.render.ConciseRenderer}, {@link
 * io.schedulec.diagnostic.render.JsonRenderer} and {@link io.schedulec.diagnostic.render.Pages}.
 * Drawings are made of Unicode characters throughout; {@link io.schedulec.diagnostic.render.Glyphs}
 * turns them into ASCII before anything is measured.
 */
@NullMarked
package io.schedulec.diagnostic.render;

import org.jspecify.annotations.NullMarked;

/**
 * What a schedule may say, as data: sections, classes, keys and the types of their values.
 *
 * <p>A new class is one entry of one table ({@code Pruners}, {@code Regularizers}, {@code
 * Quantizers}, {@code LrSchedulers}, {@code Extensions}); checking, completion, hover, the schema
 * and the manual all read it.
 */
@NullMarked
package io.schedulec.catalog;

import org.jspecify.annotations.NullMarked;

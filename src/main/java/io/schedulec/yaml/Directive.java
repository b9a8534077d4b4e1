package io.schedulec.yaml;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;

/**
 * A setting in a comment line, {@code # schedulec: key=value}.
 *
 * @param span the setting, without the comment sign and the program's name
 * @param key what is set
 * @param value what it is set to; empty without {@code =}
 */
public record Directive(Span span, Spanned<String> key, Spanned<String> value) {}

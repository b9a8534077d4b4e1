package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;

/**
 * A key of an instance and its value.
 *
 * @param key the key
 * @param value the value
 * @param span the whole entry, from the key to the end of the value
 * @param valid whether the value has the type that the class asks for
 */
public record Argument(Spanned<String> key, YamlValue value, Span span, boolean valid) {}

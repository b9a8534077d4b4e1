package io.schedulec.schedule;

import io.schedulec.source.Span;
import io.schedulec.source.Spanned;
import io.schedulec.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy refers to.
 *
 * @param span the entry {@code instance_name: x}, else the reference key
 * @param name the name of the instance
 * @param args the settings under {@code args}
 * @param nested timing keys that stand inside the reference
 */
record Reference(
    Span span,
    Optional<Spanned<String>> name,
    Map<String, Argument> args,
    List<YamlValue.Entry> nested) {}

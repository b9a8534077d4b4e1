package io.schedulec.bind;

import io.schedulec.selector.Parsed;
import io.schedulec.source.Span;
import io.schedulec.yaml.YamlValue;

/**
 * A selector in a schedule.
 *
 * @param span the item or key as written, quotes included
 * @param scalar its text
 * @param here whether the text is written there, and not where an alias leads
 * @param parsed what it says
 */
record SelectorUse(Span span, YamlValue.Scalar scalar, boolean here, Parsed parsed) {

  /** Where a part of its text stands in the source. */
  Span place(Span part) {
    if (!here) {
      return span;
    }
    if (part.length() > 0) {
      return scalar.places().span(part.start(), part.end());
    }
    int last = Math.max(part.start(), 1);
    int end = scalar.places().span(last - 1, last).end();
    return new Span(end, end);
  }

  String text() {
    return scalar.text();
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.Section;
import io.schedulec.source.Span;
import java.util.Optional;

/**
 * A policy before its instance is looked up.
 *
 * @param index its place in the list
 * @param span the whole item
 * @param kind the section it refers to
 * @param reference what it refers to
 * @param timing when it acts
 */
record PolicyDraft(
    int index, Span span, Section kind, Reference reference, Optional<Timing> timing) {

  Policy link(Optional<Instance> target) {
    return new Policy(
        index, span, kind, reference.span(), reference.name(), target, timing, reference.args());
  }
}

package io.schedulec.schedule;

import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Mistake;
import io.schedulec.catalog.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What a value belongs to, for messages.
 *
 * @param key the key
 * @param owner the instance; empty for a policy whose instance is unknown
 * @param ofPolicy whether it is the policy for the instance that owns the value
 * @param outcomes what the original trainer does with mistakes in it
 */
record Subject(String key, String owner, boolean ofPolicy, List<Outcome> outcomes) {

  /** A value of which the catalogue says nothing yet. */
  Subject(String key, String owner, boolean ofPolicy) {
    this(key, owner, ofPolicy, List.of());
  }

  /** The same value, with what the catalogue says of its key. */
  Subject as(KeySpec spec) {
    return new Subject(key, owner, ofPolicy, spec.outcomes());
  }

  /** What the original trainer does with a mistake, if the catalogue says so. */
  Optional<String> outcome(Mistake mistake) {
    for (Outcome outcome : outcomes) {
      if (outcome.mistake() == mistake) {
        return Optional.of(outcome.text());
      }
    }
    return Optional.empty();
  }

  /** The key and its owner, e.g. {@code `weights` of `fc_pruner`}. */
  String words() {
    int forOwner = Math.max(16, 44 - key.length());
    int forKey = Math.max(24, 44 - owner.length());
    String of = ofPolicy ? policy() : Words.code(owner, forOwner);
    return Words.code(key, forKey) + " of " + of;
  }

  /** The policy, by the instance it schedules. */
  String policy() {
    return owner.isEmpty() ? "the policy" : "the policy for " + Words.code(owner, 20);
  }

  /** The same value, below another key. */
  Subject below(String name) {
    return new Subject(name, owner, ofPolicy, outcomes);
  }
}

package io.schedulec.schedule;

/**
 * What a value belongs to, for messages.
 *
 * @param key the key
 * @param owner the instance; empty for a policy whose instance is unknown
 * @param ofPolicy whether it is the policy for the instance that owns the value
 */
record Subject(String key, String owner, boolean ofPolicy) {

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
    return new Subject(name, owner, ofPolicy);
  }
}

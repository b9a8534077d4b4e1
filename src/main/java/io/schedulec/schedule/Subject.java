package io.schedulec.schedule;

/**
 * What a value belongs to, for messages.
 *
 * @param key the key
 * @param owner the instance, or the policy in words
 * @param kind the section's word for the owner, e.g. {@code pruner}; empty for a policy
 */
record Subject(String key, String owner, String kind) {

  /** The key and its owner, e.g. {@code `weights` of `fc_pruner`}. */
  String words() {
    int forOwner = Math.max(16, 44 - key.length());
    int forKey = Math.max(24, 44 - owner.length());
    String of = kind.isEmpty() ? owner : Words.code(owner, forOwner);
    return Words.code(key, forKey) + " of " + of;
  }

  /** The same value, below another key. */
  Subject below(String name) {
    return new Subject(name, owner, kind);
  }
}

package io.schedulec.catalog;

import java.util.Optional;

/** A part of a schedule that defines named instances. */
public enum Section {
  PRUNERS("pruners", "pruner", "What decides which weights become zero."),
  REGULARIZERS("regularizers", "regularizer", "What adds a penalty on weights to the loss."),
  QUANTIZERS("quantizers", "quantizer", "What trains with rounded weights; at most one."),
  LR_SCHEDULERS("lr_schedulers", "lr_scheduler", "What sets the learning rate of each epoch."),
  EXTENSIONS("extensions", "extension", "Scheduled actions: thinning, which cuts zeros out.");

  private static final Section[] ALL = values();

  private final String key;
  private final String reference;
  private final String doc;

  Section(String key, String reference, String doc) {
    this.key = key;
    this.reference = reference;
    this.doc = doc;
  }

  /** The top-level key, e.g. {@code pruners}. */
  public String key() {
    return key;
  }

  /** The key by which a policy refers to an instance, e.g. {@code pruner}. */
  public String reference() {
    return reference;
  }

  /** What the section is for, in one sentence. */
  public String doc() {
    return doc;
  }

  /** The section with a top-level key. */
  public static Optional<Section> ofKey(String key) {
    for (Section section : ALL) {
      if (section.key.equals(key)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }

  /** The section that a policy key refers to. */
  public static Optional<Section> ofReference(String key) {
    for (Section section : ALL) {
      if (section.reference.equals(key)) {
        return Optional.of(section);
      }
    }
    return Optional.empty();
  }
}

package io.schedulec.schedule;

/** What a YAML file of a pruning project is. */
public enum FileKind {
  SCHEDULE,
  /** A configuration for post-training quantization: quantizers without policies. */
  QUANTIZER_CONFIG,
  /** A list of the layers that automatic compression may change. */
  LAYER_LIST,
  /** Collected statistics of activations. */
  ACTIVATION_STATISTICS
}

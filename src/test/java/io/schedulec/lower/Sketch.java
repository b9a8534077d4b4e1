package io.schedulec.lower;

/** Puts a schedule together in YAML's flow style, one instance or policy a line. */
final class Sketch {
  private final StringBuilder pruners = new StringBuilder();
  private final StringBuilder extensions = new StringBuilder();
  private final StringBuilder rates = new StringBuilder();
  private final StringBuilder policies = new StringBuilder();

  /** A pruner with keys, e.g. {@code class: X, weights: [a]}. */
  Sketch pruner(String name, String keys) {
    pruners.append("  ").append(name).append(": {").append(keys).append("}\n");
    return this;
  }

  /** A pruner of a fixed share by L1. */
  Sketch ranked(String name, String type, double share, String weights) {
    return pruner(
        name,
        "class: L1RankedStructureParameterPruner, group_type: "
            + type
            + ", desired_sparsity: "
            + share
            + ", weights: ["
            + weights
            + "]");
  }

  /** An extension, e.g. for {@code remove_filters}. */
  Sketch thinner(String name, String function) {
    extensions
        .append("  ")
        .append(name)
        .append(": {class: StructureRemover, thinning_func_str: ")
        .append(function)
        .append(", arch: any, dataset: cifar10}\n");
    return this;
  }

  /** A learning-rate scheduler. */
  Sketch rate(String name, String keys) {
    rates.append("  ").append(name).append(": {").append(keys).append("}\n");
    return this;
  }

  /** A policy for an instance, e.g. {@code pruner}, {@code half}, {@code epochs: [0]}. */
  Sketch policy(String kind, String name, String timing) {
    policies.append("  - {").append(kind).append(": {instance_name: ").append(name).append("}, ");
    policies.append(timing).append("}\n");
    return this;
  }

  /** A policy with a window. */
  Sketch window(String kind, String name, int start, int end, int frequency) {
    return policy(
        kind,
        name,
        "starting_epoch: " + start + ", ending_epoch: " + end + ", frequency: " + frequency);
  }

  @Override
  public String toString() {
    return section("pruners", pruners)
        + section("extensions", extensions)
        + section("lr_schedulers", rates)
        + section("policies", policies);
  }

  private static String section(String name, StringBuilder body) {
    return body.isEmpty() ? "" : name + ":\n" + body;
  }
}

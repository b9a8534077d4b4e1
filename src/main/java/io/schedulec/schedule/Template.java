package io.schedulec.schedule;

/** Pieces of schedules to show in helps. */
final class Template {
  private Template() {}

  /** A policy with a window. */
  static String[] policy(String reference, String name) {
    return new String[] {
      "policies:",
      "  - " + reference + ":",
      "      instance_name: " + name,
      "    starting_epoch: 0",
      "    ending_epoch: 30",
      "    frequency: 1"
    };
  }
}

package io.schedulec.cli;

import io.schedulec.reference.JsonSchema;

/** Prints what is looked up. */
final class LookingUp {
  private LookingUp() {}

  static int schema(Terminal terminal) {
    terminal.printUtf8(JsonSchema.text());
    return ExitCode.OK;
  }
}

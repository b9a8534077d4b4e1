package io.schedulec.plan;

import io.schedulec.text.Sha256;

/** Identifies a plan by its text, comments aside. */
public final class PlanDigest {
  private PlanDigest() {}

  /** {@code sha256:} and the digest of the canonical text, in lower-case hexadecimal. */
  public static String of(Plan plan) {
    return "sha256:" + Sha256.of(PlanPrinter.print(plan, Comments.NONE));
  }
}

package io.schedulec.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies a plan by its text, comments aside. */
public final class PlanDigest {
  private PlanDigest() {}

  /** {@code sha256:} and the digest of the canonical text, in lower-case hexadecimal. */
  public static String of(Plan plan) {
    try {
      byte[] text = PlanPrinter.print(plan, Comments.NONE).getBytes(StandardCharsets.UTF_8);
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}

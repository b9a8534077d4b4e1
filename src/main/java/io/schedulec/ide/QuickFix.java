package io.schedulec.ide;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.Edit;
import java.util.List;

/**
 * Edits that remove a finding.
 *
 * @param title what they do
 * @param diagnostic the finding
 * @param edits the edits, in source order and without overlaps
 * @param preferred whether they may be made unread, and nothing better is known
 */
public record QuickFix(String title, Diagnostic diagnostic, List<Edit> edits, boolean preferred) {

  /** Copies the edits. */
  public QuickFix {
    edits = List.copyOf(edits);
  }
}

package io.schedulec.check;

import io.schedulec.bind.BoundPolicy;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.schedule.Argument;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.List;
import java.util.Optional;

/** The settings under {@code args} of a policy, and edits of them. */
final class Settings {
  static final String FORWARD_ONLY = "mask_on_forward_only";
  static final String DOUBLE = "use_double_copies";
  static final String KEEP = "keep_mask";
  static final String DISCARD = "discard_masks_at_minibatch_end";
  static final String SKIP_FIRST = "skip_first_minibatch";
  static final String GRADIENTS = "mask_gradients";

  private Settings() {}

  /** Whether a setting is switched on. */
  static boolean on(BoundPolicy policy, String name) {
    return policy.policy().flag(name);
  }

  /** The entry of a setting that is there. */
  static Span entry(BoundPolicy policy, String name) {
    return find(policy, name).orElseThrow().span();
  }

  /** The entry of a setting. */
  static Optional<Argument> find(BoundPolicy policy, String name) {
    return Optional.ofNullable(policy.policy().args().get(name));
  }

  /** Takes a setting out; where it is the only one, or not alone on its line, switches it off. */
  static Edit off(SourceFile source, BoundPolicy policy, String name) {
    Argument argument = find(policy, name).orElseThrow();
    Span span = argument.span();
    int line = source.position(span.start()).line();
    if (alone(source, span) && policy.policy().args().size() > 1 && line < source.lineCount()) {
      return new Edit(new Span(source.lineStart(line), source.lineStart(line + 1)), "");
    }
    boolean flag = source.text(argument.value().span()).equals("True");
    return new Edit(argument.value().span(), flag ? "False" : "null");
  }

  /** Whether an entry has its line for itself, a comment aside. */
  private static boolean alone(SourceFile source, Span span) {
    Span line = source.lineSpan(source.position(span.start()).line());
    if (span.end() > line.end()) {
      return false;
    }
    String after = source.text().substring(span.end(), line.end()).strip();
    return source.text().substring(line.start(), span.start()).isBlank()
        && (after.isEmpty() || after.startsWith("#"));
  }

  /** The help that takes a setting without effect out. */
  static Help remove(SourceFile source, BoundPolicy policy, String name) {
    return Help.safe("remove it", List.of(off(source, policy, name)));
  }

  /** Adds a setting behind another one. */
  static Edit add(SourceFile source, Span anchor, String text) {
    int line = source.position(anchor.start()).line();
    String lead = source.text().substring(source.lineStart(line), anchor.start());
    if (!lead.isBlank()) {
      return new Edit(Span.at(anchor.end(), 0), ", " + text);
    }
    int end = source.lineSpan(source.position(anchor.end()).line()).end();
    String newline = source.text().contains("\r\n") ? "\r\n" : "\n";
    return new Edit(Span.at(end, 0), newline + lead + text);
  }
}

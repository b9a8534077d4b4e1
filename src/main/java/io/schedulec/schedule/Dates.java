package io.schedulec.schedule;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.yaml.ScalarType;
import io.schedulec.yaml.YamlValue;
import java.util.List;

/** Reports words that YAML takes for dates, wherever they stand: the trainer cannot log them. */
final class Dates {
  private final Findings out;

  Dates(Findings out) {
    this.out = out;
  }

  /** An alias is passed by: what it stands for is met where it is written. */
  void check(YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      for (YamlValue.Entry entry : mapping.entries()) {
        if (!entry.merged()) {
          scalar(entry.key(), "key", "TypeError: keys must be str, int, float, bool or None");
          check(entry.value());
        }
      }
    } else if (value instanceof YamlValue.Sequence sequence) {
      for (YamlValue item : sequence.items()) {
        check(item);
      }
    } else if (value instanceof YamlValue.Scalar scalar) {
      scalar(scalar, "value", "TypeError: Object of type date is not JSON serializable");
    }
  }

  private void scalar(YamlValue.Scalar scalar, String what, String exception) {
    if (scalar.type() != ScalarType.TIMESTAMP) {
      return;
    }
    String quoted = "\"" + scalar.text() + "\"";
    out.add(
        Diagnostic.at(
                DiagnosticKind.WRONG_TYPE,
                scalar.span(),
                "the " + what + " " + Words.code(scalar.text()) + " is a date, not a text")
            .saying("YAML takes it for a date")
            .cause("The trainer stops while loading: `" + exception + "`, in its debug log.")
            .help(Help.safe("put it in quotes", List.of(new Edit(scalar.span(), quoted))))
            .data("key", scalar.text())
            .data("expected", "a text"));
  }
}

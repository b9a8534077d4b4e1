package io.schedulec.reference;

import io.schedulec.catalog.Catalog;
import io.schedulec.catalog.ClassSpec;
import io.schedulec.catalog.KeySpec;
import io.schedulec.catalog.Outcome;
import io.schedulec.catalog.PolicyShape;
import io.schedulec.catalog.Retired;
import io.schedulec.catalog.Section;
import io.schedulec.catalog.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The schedule language as a manual in Markdown, from the tables that schedules are checked by. */
public final class Manual {
  /** What the manual is called. */
  public static final String TITLE = "the schedule language";

  private static final String FILE =
      """
      A schedule is one YAML document, a map of sections. Scalars follow YAML 1.1: `1e-4` is a text and
      `1.0e-4` a number, `yes`, `no`, `on` and `off` are truth values, and a number in quotes is a text.
      Anchors, aliases and `<<` work, except for an alias that stands for a whole instance.

      Each section maps names of instances to instances. An instance has a `class`, spelled as it is
      here, and the keys of that class. The order of the sections does not matter, and `version` is
      by convention 1 and not looked at. What is said of the trainer is what the original one does.
      """;
  private static final String POLICIES =
      """
      `policies` is a list, and is required. A policy refers to one instance by one of the keys `pruner`,
      `regularizer`, `quantizer`, `lr_scheduler` and `extension`, and says beside that, not inside it, in
      which epochs the instance acts.
      """;
  private static final String TIME =
      """
      - A window fires in `starting_epoch`, then every `frequency` epochs, while the epoch is less than
        `ending_epoch`. There is no default for any of the three.
      - `epochs` replaces the window: the three keys beside it are ignored.
      - Policies of one epoch act in the order of the file, those for learning rates after all others.
        A thinning has to stand after the pruner whose zeros it is to remove.
      - A tensor has one mask, which the last policy in the file that fires sets. It stays when its policy
        has ended.
      - A sparsity is a share of what is there: after a thinning it is a share of the smaller tensor. How
        many structures that is, is rounded down.
      - A ramp (`..._AGP`, `AutomatedGradualPruner`) needs two firings. With `span = ((ending_epoch -
        starting_epoch - 1) // frequency) * frequency` its sparsity in epoch `t` is `final + (initial -
        final) * (1 - (t - starting_epoch) / span)^3`, so that the last firing has the final one.
      - A learning rate is that of the absolute epoch, whenever its policy starts.
      """;
  private static final String NAMES =
      """
      Names of weights are those of the framework's parameters, as `layer1.0.conv1.weight`. A `module`
      component may stand in the schedule, in the model, in both or in neither. `schedulec inspect MODEL
      --weights` lists them.
      """;

  private Manual() {}

  /** What there are parts on, besides classes. */
  public static List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (Section section : Section.values()) {
      parts.add(section.key());
    }
    parts.addAll(List.of("policies", "time", "earlier"));
    return parts;
  }

  /** The whole manual. */
  public static String text() {
    StringBuilder text = new StringBuilder("# ").append(TITLE).append("\n\n").append(FILE);
    text.append('\n').append(NAMES);
    for (String part : parts()) {
      text.append("\n## ").append(title(part)).append("\n\n").append(body(part));
    }
    return text.toString();
  }

  /** The manual of one part. */
  public static String of(String part) {
    return "# " + title(part) + "\n\n" + body(part);
  }

  /** What a part is called. */
  public static String title(String part) {
    return part.equals("earlier") ? "names of earlier versions" : part;
  }

  private static String body(String part) {
    return switch (part) {
      case "policies" -> policies();
      case "time" -> TIME;
      case "earlier" -> earlier();
      default -> section(Section.ofKey(part).orElseThrow());
    };
  }

  private static String section(Section section) {
    StringBuilder text = new StringBuilder(section.doc()).append('\n');
    for (ClassSpec spec : Catalog.classes(section)) {
      text.append("\n### ").append(spec.name()).append("\n\n").append(body(spec));
    }
    return text.toString();
  }

  private static String policies() {
    StringBuilder text = new StringBuilder(POLICIES).append('\n');
    keys(text, List.of(PolicyShape.INSTANCE_NAME, PolicyShape.ARGS), "");
    keys(text, PolicyShape.TIMING, "");
    for (Section section : Section.values()) {
      args(text, section);
    }
    return text.toString();
  }

  private static String earlier() {
    StringBuilder text =
        new StringBuilder("Schedules of other versions have names that are no more.");
    text.append("\n\n");
    for (Retired retired : Retired.ALL) {
      String today = retired.replacement().isEmpty() ? "" : " → `" + retired.replacement() + "`";
      text.append("- `").append(retired.name()).append('`').append(today).append(": ");
      text.append(retired.sentence()).append('\n');
    }
    return text.toString();
  }

  /** The manual of one class. */
  public static String of(ClassSpec spec) {
    return "# " + spec.name() + "\n\n" + body(spec);
  }

  private static void args(StringBuilder text, Section section) {
    if (PolicyShape.args(section).isEmpty()) {
      return;
    }
    text.append("\n### args of a ").append(section.reference()).append("\n\n");
    keys(text, PolicyShape.args(section), "");
  }

  private static String body(ClassSpec spec) {
    StringBuilder text = new StringBuilder(spec.doc()).append("\n\n");
    spec.notes().forEach(note -> text.append(note).append("\n\n"));
    keys(text, spec.keys(), "");
    return text.toString();
  }

  private static void keys(StringBuilder text, List<KeySpec> keys, String indent) {
    for (KeySpec key : keys) {
      text.append(indent).append("- **`").append(key.name()).append("`** ").append(head(key));
      text.append(". ").append(key.doc()).append('\n');
      if (key.type() instanceof ValueType.Keyed keyed) {
        keys(text, keyed.keys(), indent + "  ");
      } else if (key.type() instanceof ValueType.ByModule modules) {
        keys(text, modules.settings().keys(), indent + "  ");
      }
      for (Outcome outcome : key.outcomes()) {
        text.append(indent).append("  - ").append(outcome.mistake().words()).append(": ");
        text.append(outcome.text()).append('\n');
      }
    }
  }

  private static String head(KeySpec key) {
    String otherwise = key.defaultText().isEmpty() ? "" : ", default `" + key.defaultText() + "`";
    return key.type().describe() + (key.required() ? ", required" : otherwise);
  }
}

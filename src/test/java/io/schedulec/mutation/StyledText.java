package io.schedulec.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the parts of a schedule in a style. */
final class StyledText {
  private static final List<String> REMARKS =
      List.of(
          "# why not",
          "# it's \"this\": [a, b]",
          "#",
          "# \u00e4\uD83D\uDE00 weights: [x]",
          "#\tTODO");

  private final Style style;
  private final Random random;
  private final List<String> lines = new ArrayList<>();

  private StyledText(Style style, Random random) {
    this.style = style;
    this.random = random;
  }

  static String of(Parts parts, Style style, Random random) {
    StyledText text = new StyledText(style, random);
    text.write(parts);
    return String.join(style.end(), text.lines) + (style.last() ? style.end() : "");
  }

  private void write(Parts parts) {
    line(0, "version: 1");
    parts.sections.forEach(this::section);
    line(0, "policies:");
    for (Parts.Policy policy : parts.policies) {
      policy(policy);
    }
  }

  private void section(String name, List<Parts.Instance> instances) {
    blank();
    line(0, name + ":");
    for (int i = 0; i < instances.size(); i++) {
      Parts.Instance instance = instances.get(i);
      Optional<Parts.Instance> base = base(instances, i);
      boolean anchor = i + 1 < instances.size() && base(instances, i + 1).isPresent();
      String mark = anchor ? " &" + instance.name() : "";
      instance(instance, base, mark);
      blank();
    }
  }

  /** The neighbour before, where all it has is said again or said anew. */
  private Optional<Parts.Instance> base(List<Parts.Instance> instances, int at) {
    if (!style.merged() || at == 0) {
      return Optional.empty();
    }
    Set<String> own = names(instances.get(at));
    Parts.Instance before = instances.get(at - 1);
    boolean fits =
        own.containsAll(names(before))
            && before.keys().stream().anyMatch(instances.get(at).keys()::contains);
    return fits ? Optional.of(before) : Optional.empty();
  }

  private static Set<String> names(Parts.Instance instance) {
    return instance.keys().stream().map(Parts.Key::name).collect(Collectors.toSet());
  }

  private void instance(Parts.Instance instance, Optional<Parts.Instance> base, String mark) {
    List<Parts.Key> keys = new ArrayList<>(instance.keys());
    base.ifPresent(b -> keys.removeAll(b.keys()));
    String merge = base.map(b -> "<<: *" + b.name()).orElse("");
    if (style.flowInstances()) {
      List<String> parts = new ArrayList<>();
      if (base.isPresent()) {
        parts.add(merge);
      }
      keys.forEach(key -> parts.add(key.name() + ": " + flow(key.value())));
      line(style.indent(), instance.name() + ":" + mark + " {" + String.join(", ", parts) + "}");
      return;
    }
    line(style.indent(), instance.name() + ":" + mark);
    if (base.isPresent()) {
      line(2 * style.indent(), merge);
    }
    keys.forEach(key -> key(2 * style.indent(), key));
  }

  private void key(int indent, Parts.Key key) {
    if (key.value() instanceof Parts.Names names && style.names() != Style.Lists.ONE_LINE) {
      names(indent, key.name(), names.items());
    } else if (key.value() instanceof Parts.ByName map && style.names() == Style.Lists.BLOCK) {
      line(indent, key.name() + ":");
      for (Parts.Entry entry : map.entries()) {
        line(indent + style.indent(), name(entry.name()) + ": " + entry.word());
      }
    } else {
      line(indent, key.name() + ": " + flow(key.value()));
    }
  }

  private void names(int indent, String key, List<String> items) {
    if (style.names() == Style.Lists.BLOCK) {
      line(indent, key + ":");
      for (String item : items) {
        line(indent + style.dash(), "- " + name(item));
      }
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      String open = i == 0 ? key + ": [" : "";
      String close = i + 1 < items.size() ? "," : "]";
      line(i == 0 ? indent : indent + key.length() + 3, open + name(items.get(i)) + close);
    }
  }

  private String flow(Parts.Value value) {
    if (value instanceof Parts.Names names) {
      return names.items().stream().map(this::name).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Parts.ByName map) {
      return map.entries().stream()
          .map(e -> name(e.name()) + ": " + e.word())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return ((Parts.Word) value).text();
  }

  private String name(String parameter) {
    return style.quote() + style.prefix() + parameter + style.quote();
  }

  private void policy(Parts.Policy policy) {
    String reference = "instance_name: " + policy.name();
    List<String> timing =
        policy.timing().stream().map(k -> k.name() + ": " + flow(k.value())).toList();
    if (style.policies() == Style.Policies.BRACED) {
      String when = String.join(", ", timing);
      line(style.dash(), "- {" + policy.kind() + ": {" + reference + "}, " + when + "}");
      return;
    }
    if (style.policies() == Style.Policies.BRACED_REFERENCE) {
      line(style.dash(), "- " + policy.kind() + ": {" + reference + "}");
    } else {
      line(style.dash(), "- " + policy.kind() + ":");
      line(style.dash() + 2 + style.indent(), reference);
    }
    timing.forEach(when -> line(style.dash() + 2, when));
  }

  private void blank() {
    if (style.blank() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  private void line(int indent, String text) {
    boolean value = !text.endsWith(":") && !text.endsWith("'") && !text.endsWith("\"");
    String tail = value ? style.tail() : "";
    if (style.comments() > 0 && random.nextInt(2 * style.comments()) == 0) {
      tail = (tail.isEmpty() ? " " : tail) + remark();
    }
    if (style.comments() > 0 && random.nextInt(3 * style.comments()) == 0) {
      lines.add(" ".repeat(random.nextInt(4) == 0 ? 0 : indent) + remark());
    }
    lines.add(" ".repeat(indent) + text + tail);
  }

  private String remark() {
    return REMARKS.get(random.nextInt(REMARKS.size()));
  }
}

package io.schedulec.yaml;

import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.Nearest;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The anchors of a document, and how large it grows when every alias is written out. */
final class Anchors {
  private static final long LARGEST = 200_000;
  private static final int DEEPEST = 100;

  private final SourceFile source;
  private final Consumer<Diagnostic> out;
  private final Map<String, Anchor> anchors = new HashMap<>();
  private long size;
  private int depth;
  private int deepest;

  /** An anchored value; without a value while it is still being read. */
  private record Anchor(Span span, @Nullable YamlValue value, long size, int height) {}

  Anchors(SourceFile source, Consumer<Diagnostic> out) {
    this.source = source;
    this.out = out;
  }

  /** Enters a value that may be anchored. */
  void open(@Nullable String name, int start) {
    size++;
    depth++;
    deepest = Math.max(deepest, depth);
    if (name == null) {
      return;
    }
    Span span = span(name, start);
    Anchor earlier = anchors.get(name);
    if (earlier != null) {
      out.accept(twice(name, span, earlier.span()));
    }
    anchors.put(name, new Anchor(span, null, size, deepest));
    deepest = depth;
  }

  /** Leaves a value that may be anchored. */
  void close(@Nullable String name, YamlValue value) {
    Anchor open = name == null ? null : anchors.get(name);
    if (name != null && open != null) {
      int height = deepest - depth + 1;
      anchors.put(name, new Anchor(open.span(), value, size - open.size() + 1, height));
      deepest = Math.max(deepest, open.height());
    }
    depth--;
  }

  /** What an alias stands for. */
  YamlValue use(String name, Span span) {
    Anchor anchor = anchors.get(name);
    if (anchor == null) {
      out.accept(undefined(name, span));
      return new YamlValue.Broken(span);
    }
    YamlValue value = anchor.value();
    if (value == null) {
      out.accept(cyclic(name, span, anchor.span()));
      return new YamlValue.Broken(span);
    }
    size += anchor.size();
    deepest = Math.max(deepest, depth + anchor.height());
    if (size > LARGEST || deepest > DEEPEST) {
      throw new Refusal(bomb(name, span));
    }
    return new YamlValue.Alias(span, name, value);
  }

  private Span span(String name, int start) {
    int at = source.text().indexOf("&" + name, start);
    return at < 0 ? Span.at(start, 0) : Span.at(at, name.length() + 1);
  }

  private Diagnostic undefined(String name, Span span) {
    Diagnostic.Builder finding =
        finding(span, "there is no anchor `&" + shown(name) + "` before this alias")
            .saying("stands for nothing")
            .cause("The trainer stops while loading: `ComposerError: found undefined alias`.")
            .data("alias", name);
    Optional<String> nearest = Nearest.of(name, anchors.keySet());
    nearest.ifPresent(
        other ->
            finding.help(
                Help.unsafe(
                    "an anchor with a similar name exists: `&" + other + "`",
                    List.of(new Edit(span, "*" + other)))));
    if (anchors.isEmpty()) {
      finding.help(Help.advice("quote a text that starts with a star, e.g. `'*'`"));
    }
    return finding.build();
  }

  private static Diagnostic cyclic(String name, Span span, Span anchor) {
    return finding(span, "the alias `*" + shown(name) + "` stands inside the value it repeats")
        .saying("would contain itself")
        .label(anchor, "the value starts here")
        .cause("The trainer stops while loading: `ValueError: Circular reference detected`.")
        .data("alias", name)
        .build();
  }

  private static Diagnostic bomb(String name, Span span) {
    return finding(span, "aliases make this document too large to read")
        .saying("written out, the document would pass " + LARGEST + " values or 100 levels")
        .data("alias", name)
        .build();
  }

  private static Diagnostic twice(String name, Span span, Span first) {
    return finding(span, "the anchor `&" + shown(name) + "` is set twice")
        .saying("set again here")
        .label(first, "first set here")
        .cause("The trainer stops while loading: `ComposerError: found duplicate anchor`.")
        .data("alias", name)
        .build();
  }

  private static Diagnostic.Builder finding(Span span, String message) {
    return Diagnostic.at(DiagnosticKind.BAD_ALIAS, span, message);
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 39) + "…";
  }
}

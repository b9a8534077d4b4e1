package io.schedulec.expand;

import io.schedulec.bind.Selection;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Help;
import io.schedulec.source.OneLine;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** SC113: selectors in a schedule for the original trainer, which takes them for names. */
public final class SelectorTarget {
  private static final int LONGEST_SHOWN = 32;

  private SelectorTarget() {}

  /** Reports the selectors of a schedule that the original trainer is to read. */
  public static void check(
      SourceFile source, List<Selection> selections, Consumer<Diagnostic> out) {
    TreeMap<Span, List<String>> selectors = new TreeMap<>();
    for (Selection selection : selections) {
      for (Selection.Part part : selection.parts()) {
        if (part.selector()) {
          selectors.putIfAbsent(part.span(), part.names());
        }
      }
    }
    if (!selectors.isEmpty()) {
      List<Map.Entry<Span, List<String>>> found = List.copyOf(selectors.entrySet());
      out.accept(diagnose(source, found, Expansion.edits(source, selections)));
    }
  }

  private static Diagnostic diagnose(
      SourceFile source, List<Map.Entry<Span, List<String>>> selectors, List<Edit> edits) {
    Span first = selectors.get(0).getKey();
    int others = selectors.size() - 1;
    String more = others == 0 ? "" : others == 1 ? " and 1 more" : " and " + others + " more";
    String verb = others == 0 ? " is a selector" : " are selectors";
    Diagnostic.Builder out =
        Diagnostic.at(
                DiagnosticKind.SELECTOR_TARGET,
                first,
                shown(source.text(first))
                    + more
                    + verb
                    + ", which the original trainer cannot read")
            .saying(label(selectors.get(0).getValue()));
    for (Map.Entry<Span, List<String>> other : selectors.subList(1, selectors.size())) {
      out.label(other.getKey(), label(other.getValue()));
    }
    out.cause(
        "It compares the text with the name of each parameter: no name is like it, and nothing is"
            + " pruned, without a message.");
    if (edits.isEmpty()) {
      out.help(Help.advice("write the names out: schedulec expand FILE"));
    } else {
      out.help(Help.safe("write the names out, as schedulec expand does", edits));
    }
    List<String> texts = new ArrayList<>();
    selectors.forEach(selector -> texts.add(source.text(selector.getKey())));
    return out.data("selectors", texts).build();
  }

  private static String label(List<String> names) {
    return names.isEmpty()
        ? "takes names out of the list"
        : "stands for " + names.size() + (names.size() == 1 ? " name" : " names");
  }

  private static String shown(String text) {
    String line = OneLine.of(text);
    boolean cut = line.length() > LONGEST_SHOWN;
    return "`" + (cut ? line.substring(0, LONGEST_SHOWN - 1) + "…" : line) + "`";
  }
}

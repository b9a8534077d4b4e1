package io.schedulec.ide;

import io.schedulec.bind.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say of selectors: the names that they stand for. */
final class SelectorCards {
  private static final int MOST = 20;

  private SelectorCards() {}

  /** The card of the selector at an offset. */
  static Optional<HoverText> at(List<Selection> selections, int offset) {
    for (Selection selection : selections) {
      for (Selection.Part part : selection.parts()) {
        if (part.selector() && TreePath.touches(part.span(), offset)) {
          return Optional.of(new HoverText(part.span(), markdown(part.names())));
        }
      }
    }
    return Optional.empty();
  }

  private static String markdown(List<String> names) {
    if (names.isEmpty()) {
      return "**selector** that adds no weights to the list";
    }
    List<String> lines = new ArrayList<>();
    lines.add("**selector** for " + names.size() + (names.size() == 1 ? " weight" : " weights"));
    lines.add("");
    for (String name : names.subList(0, Math.min(MOST, names.size()))) {
      lines.add("- `" + name + "`");
    }
    if (names.size() > MOST) {
      lines.add("- … " + (names.size() - MOST) + " more");
    }
    return String.join("\n", lines);
  }
}

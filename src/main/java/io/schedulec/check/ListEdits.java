package io.schedulec.check;

import io.schedulec.diagnostic.Edit;
import io.schedulec.diagnostic.Edits;
import io.schedulec.schedule.WeightList;
import io.schedulec.source.SourceFile;
import io.schedulec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edits of a list of weights that keep its style: flow or block, quotes, indentation. */
final class ListEdits {
  private static final int LONGEST_LINE = 100;

  private final SourceFile source;
  private final WeightList list;

  ListEdits(SourceFile source, WeightList list) {
    this.source = source;
    this.list = list;
  }

  /** Whether the list is written in a way that items can be put into and taken out of. */
  boolean possible() {
    return list.form() == WeightList.Form.LIST && !list.selected() && (list.flow() || blockItems());
  }

  private boolean blockItems() {
    for (WeightList.Item item : list.items()) {
      if (!lead(item).strip().equals("-")) {
        return false;
      }
    }
    return true;
  }

  /** The text of an item's line before the item. */
  private String lead(WeightList.Item item) {
    int start = lineStart(item.span().start());
    return source.text().substring(start, item.span().start());
  }

  private int lineStart(int offset) {
    return source.lineStart(source.position(offset).line());
  }

  /** The end of the line that holds an offset, before its line break. */
  private int lineEnd(int offset) {
    int line = source.position(offset).line();
    return source.lineSpan(line).end();
  }

  /** The line break that the file uses. */
  String lineBreak() {
    return source.text().contains("\r\n") ? "\r\n" : "\n";
  }

  /** Puts names behind an item. */
  Edit insertAfter(WeightList.Item anchor, List<String> names) {
    StringBuilder text = new StringBuilder();
    boolean lines = oneItemALine() || tooLong(names);
    for (String name : names) {
      String quoted = quoteLike(anchor, name);
      if (!list.flow()) {
        text.append(lineBreak()).append(lead(anchor)).append(quoted);
      } else if (lines) {
        int column = source.position(list.items().get(0).span().start()).column();
        text.append(",").append(lineBreak()).append(" ".repeat(column - 1)).append(quoted);
      } else {
        text.append(", ").append(quoted);
      }
    }
    int at = list.flow() ? anchor.span().end() : lineEnd(anchor.span().end());
    return new Edit(new Span(at, at), text.toString());
  }

  /** Whether a list on one line would become longer than anybody reads. */
  private boolean tooLong(List<String> names) {
    int length = source.line(lineOf(list.span().start())).length();
    for (String name : names) {
      length += name.length() + 2;
    }
    return length > LONGEST_LINE;
  }

  private boolean oneItemALine() {
    List<WeightList.Item> items = list.items();
    if (items.size() < 2) {
      return lineOf(items.get(0).span().start()) != lineOf(list.span().end());
    }
    return lineOf(items.get(0).span().start()) != lineOf(items.get(1).span().start());
  }

  private int lineOf(int offset) {
    return source.position(offset).line();
  }

  private String quoteLike(WeightList.Item item, String name) {
    char first = source.text().charAt(item.span().start());
    return first == '\'' || first == '"' ? first + name + first : name;
  }

  /** Puts another name in an item's place. */
  Edit replace(WeightList.Item item, String name) {
    return new Edit(item.span(), quoteLike(item, name));
  }

  /** Takes items out; at least one item must stay. */
  List<Edit> remove(Set<WeightList.Item> gone) {
    return change(gone, Map.of());
  }

  /** Takes items out and puts names behind items that stay; at least one item must stay. */
  List<Edit> change(Set<WeightList.Item> gone, Map<WeightList.Item, List<String>> behind) {
    if (list.flow() && !gone.isEmpty() && !commented()) {
      return List.of(rewritten(gone, behind));
    }
    List<Edit> edits = new ArrayList<>(list.flow() ? removeOneByOne(gone) : removeLines(gone));
    behind.forEach((item, names) -> edits.add(insertAfter(item, names)));
    return Edits.sorted(edits);
  }

  private List<Edit> removeLines(Set<WeightList.Item> gone) {
    List<Edit> edits = new ArrayList<>();
    for (WeightList.Item item : list.items()) {
      if (gone.contains(item)) {
        int line = source.position(item.span().start()).line();
        boolean last = line == source.lineCount();
        int end = last ? source.text().length() : source.lineStart(line + 1);
        edits.add(new Edit(new Span(source.lineStart(line), end), ""));
      }
    }
    return edits;
  }

  private Span items() {
    List<WeightList.Item> items = list.items();
    return items.get(0).span().to(items.get(items.size() - 1).span());
  }

  private boolean commented() {
    return source.text(items()).contains("#");
  }

  /** Writes the items that stay anew, on lines of their own if the list has several lines. */
  private Edit rewritten(Set<WeightList.Item> gone, Map<WeightList.Item, List<String>> behind) {
    Span all = items();
    boolean lines = source.text(all).contains("\n") || source.text(all).contains("\r");
    int column = source.position(all.start()).column();
    String separator = lines ? "," + lineBreak() + " ".repeat(column - 1) : ", ";
    List<String> kept = new ArrayList<>();
    for (WeightList.Item item : list.items()) {
      if (!gone.contains(item)) {
        kept.add(source.text(item.span()));
        behind.getOrDefault(item, List.of()).forEach(name -> kept.add(quoteLike(item, name)));
      }
    }
    return new Edit(all, String.join(separator, kept));
  }

  /** Keeps the comments between the items. */
  private List<Edit> removeOneByOne(Set<WeightList.Item> gone) {
    List<WeightList.Item> items = list.items();
    List<Edit> edits = new ArrayList<>();
    int lastKept = -1;
    for (int i = 0; i < items.size(); i++) {
      lastKept = gone.contains(items.get(i)) ? lastKept : i;
    }
    for (int i = 0; i < items.size(); i++) {
      if (gone.contains(items.get(i))) {
        edits.add(new Edit(withComma(items, i, lastKept), ""));
      }
    }
    return edits;
  }

  /** An item with the comma behind it, or, behind the last item that stays, the one before it. */
  private static Span withComma(List<WeightList.Item> items, int i, int lastKept) {
    return i < lastKept
        ? new Span(items.get(i).span().start(), items.get(i + 1).span().start())
        : new Span(items.get(i - 1).span().end(), items.get(i).span().end());
  }
}

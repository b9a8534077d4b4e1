package io.schedulec.diagnostic.render;

import io.schedulec.diagnostic.Edit;
import io.schedulec.source.SourceFile;
import java.util.List;
import java.util.StringJoiner;

/** Tells what a fix writes. */
final class NarratedEdits {
  private static final int LONGEST = 60;

  private NarratedEdits() {}

  /** Adds a sentence on some edits: the text of a single small one, the places of others. */
  static void tell(SourceFile file, List<Edit> edits, Narration lines) {
    if (edits.size() == 1 && small(file, edits.get(0))) {
      lines.say(text(file, edits.get(0)));
      return;
    }
    int insertions = 0;
    StringJoiner places = new StringJoiner(", ");
    String last = "";
    for (Edit edit : edits) {
      insertions += edit.span().length() == 0 ? 1 : 0;
      String line = String.valueOf(file.position(edit.span().start()).line());
      if (!line.equals(last)) {
        places.add(line);
      }
      last = line;
    }
    int replacements = edits.size() - insertions;
    String inserted = insertions == 0 ? "" : count(insertions, "insertion");
    String replaced = replacements == 0 ? "" : count(replacements, "replacement");
    String both = inserted.isEmpty() || replaced.isEmpty() ? "" : " and ";
    String where = places.length() == last.length() ? " in line " : " in lines ";
    lines.say(inserted + both + replaced + where + places);
  }

  private static boolean small(SourceFile file, Edit edit) {
    String old = file.text(edit.span());
    return oneLine(old) && oneLine(edit.newText());
  }

  private static boolean oneLine(String text) {
    return text.length() <= LONGEST && text.lines().count() <= 1;
  }

  private static String text(SourceFile file, Edit edit) {
    String line = "In line " + file.position(edit.span().start()).line() + ", ";
    String old = "\"" + file.text(edit.span()).strip() + "\"";
    String fresh = "\"" + edit.newText().strip() + "\"";
    if (edit.span().length() == 0) {
      return line + "insert " + fresh;
    }
    return edit.newText().isBlank()
        ? line + "delete " + old
        : line + "replace " + old + " by " + fresh;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

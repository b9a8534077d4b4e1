package io.schedulec.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of a case say that it is there for: {@code # near-miss: SC304} of one that is
 * silent, {@code # mistakes: B7, C1} of the rows of a catalogue.
 *
 * @param nearMisses the codes that it is nearly, and is not
 * @param mistakes the rows
 */
public record CaseNotes(List<String> nearMisses, List<String> mistakes) {
  /** Copies the lists. */
  public CaseNotes {
    nearMisses = List.copyOf(nearMisses);
    mistakes = List.copyOf(mistakes);
  }

  /** The notes in a text. */
  public static CaseNotes of(String text) {
    return new CaseNotes(words("near-miss", text), words("mistakes", text));
  }

  private static List<String> words(String key, String text) {
    Matcher lines = Pattern.compile("(?m)^# " + key + ": *(.*?)\\s*$").matcher(text);
    List<String> words = new ArrayList<>();
    while (lines.find()) {
      words.addAll(List.of(lines.group(1).split(",\\s*", -1)));
    }
    return words;
  }
}

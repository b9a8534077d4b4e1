package io.schedulec.reference;

import io.schedulec.diagnostic.DiagnosticKind;
import io.schedulec.diagnostic.render.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which finding stands in the place of an exception of the original trainer: the pages name its
 * text, in which numbers and names may be others.
 */
public final class Tracebacks {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CLASS = Pattern.compile("(?:\\w+\\.)*\\w*(?:Error|Exception)\\b.*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

  /** Of the words of a text, how many of a hundred have to be there if no text has all. */
  private static final int ENOUGH = 60;

  private Tracebacks() {}

  /** The exception texts on the page of a kind, in order. */
  public static List<String> of(DiagnosticKind kind) {
    List<String> texts = new ArrayList<>();
    String page = FENCE.matcher(Pages.text(kind).orElse("")).replaceAll("");
    for (String paragraph : page.split("\n\\s*\n", -1)) {
      Matcher code = CODE.matcher(paragraph.replaceAll("\\s+", " "));
      while (code.find()) {
        boolean message = paragraph.contains("original trainer") && code.group(1).contains(" ");
        if (message || CLASS.matcher(code.group(1)).matches()) {
          texts.add(code.group(1));
        }
      }
    }
    return texts;
  }

  /**
   * The kinds whose pages name a text like the last line of a traceback; of several texts the one
   * that says most counts.
   */
  public static List<DiagnosticKind> find(String traceback) {
    List<String> words = words(lastLine(traceback));
    List<DiagnosticKind> whole = best(words, 100);
    return whole.isEmpty() ? best(words, ENOUGH) : whole;
  }

  private static List<DiagnosticKind> best(List<String> words, int percent) {
    List<DiagnosticKind> best = new ArrayList<>();
    int most = 1;
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      for (String text : of(kind)) {
        int score = score(words(text), words, percent);
        if (score > most) {
          best.clear();
          most = score;
        }
        if (score == most && !best.contains(kind)) {
          best.add(kind);
        }
      }
    }
    return best;
  }

  /** How much a text says that the words say too; 0 if they are about something else. */
  private static int score(List<String> text, List<String> words, int percent) {
    if (text.isEmpty() || words.isEmpty()) {
      return 0;
    }
    boolean named = text.get(0).endsWith("Error") && words.get(0).endsWith("Error");
    if (named && !text.get(0).equals(words.get(0))) {
      return 0;
    }
    if (text.size() == 1) {
      return text.equals(words) ? 1 : 0;
    }
    int common = common(text, words);
    return common * 100 >= text.size() * percent ? common : 0;
  }

  /** How many words of a text come in this order. */
  private static int common(List<String> text, List<String> words) {
    int common = 0;
    int from = 0;
    for (String word : text) {
      int at = words.subList(from, words.size()).indexOf(word);
      if (at >= 0) {
        common++;
        from += at + 1;
      }
    }
    return common;
  }

  /** The words of a text, what stands for others left out, and the module of an exception too. */
  private static List<String> words(String text) {
    String plain = text.replaceAll("<\\w+>", " ").replaceFirst("^(\\w+\\.)+(?=\\w*Error\\b)", "");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(plain);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static String lastLine(String text) {
    String last = "";
    for (String line : text.lines().toList()) {
      last = line.isBlank() ? last : line.strip();
    }
    return last;
  }
}

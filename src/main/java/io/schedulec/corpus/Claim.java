package io.schedulec.corpus;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment says of one finding, which starts on its line: {@code #~ error[SC405] 5 "part of
 * the message"}.
 *
 * @param target the only target it is made for, {@code plan} or {@code distiller}; empty for both
 * @param line the line
 * @param column the column of the primary place
 * @param severity the severity
 * @param code the code
 * @param text a part of the message or of the label at the place
 */
public record Claim(
    String target, int line, int column, String severity, String code, String text) {
  private static final String MARK = "#~";
  private static final Pattern CLAIM =
      Pattern.compile(
          MARK + " (?:(plan|distiller) )?(error|warning|info)\\[(SC\\d{3})] (\\d+) \"([^\"]*)\"");

  /** The claims of a text. */
  public static List<Claim> in(String text) {
    List<Claim> claims = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = CLAIM.matcher(line);
      while (matcher.find()) {
        claims.add(read(matcher, number));
      }
    }
    return claims;
  }

  private static Claim read(Matcher matcher, int line) {
    String target = matcher.group(1) == null ? "" : matcher.group(1);
    int column = Integer.parseInt(matcher.group(4));
    return new Claim(target, line, column, matcher.group(2), matcher.group(3), matcher.group(5));
  }

  /** The numbers of the lines with something that begins like a claim and is none. */
  static List<Integer> malformed(String text) {
    List<Integer> numbers = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (CLAIM.matcher(line).replaceAll("").contains(MARK)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** The claim, for both targets, that fits a finding exactly. */
  public static Claim of(SourceFile source, Diagnostic finding) {
    Position at = source.position(finding.primary().span().start());
    return new Claim(
        "", at.line(), at.column(), word(finding), finding.kind().code(), quotable(finding));
  }

  /** As much of the message as can stand between quotes: what is longest in a row without them. */
  private static String quotable(Diagnostic finding) {
    String longest = "";
    for (String part : finding.message().split("\"", -1)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest;
  }

  /** The same claim for one target only. */
  Claim only(Target one) {
    return new Claim(word(one), line, column, severity, code, text);
  }

  /** Whether it is made for a target. */
  public boolean isFor(Target given) {
    return target.isEmpty() || target.equals(word(given));
  }

  /** Whether it is about a finding. */
  public boolean fits(SourceFile source, Diagnostic finding) {
    Position at = source.position(finding.primary().span().start());
    boolean here = at.line() == line && at.column() == column;
    boolean kind = finding.kind().code().equals(code) && word(finding).equals(severity);
    boolean says = finding.message().contains(text) || finding.primary().text().contains(text);
    return here && kind && says;
  }

  /** The comment that makes it. */
  public String comment() {
    String only = target.isEmpty() ? "" : target + " ";
    return MARK + " " + only + severity + "[" + code + "] " + column + " \"" + text + "\"";
  }

  private static String word(Diagnostic finding) {
    return finding.severity().word();
  }

  static String word(Target target) {
    return target.name().toLowerCase(Locale.ROOT);
  }
}

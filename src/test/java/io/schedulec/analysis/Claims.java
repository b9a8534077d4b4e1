package io.schedulec.analysis;

import io.schedulec.bind.Target;
import io.schedulec.diagnostic.Diagnostic;
import io.schedulec.source.Position;
import io.schedulec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schedule of the corpus says in its comments about the findings in it. */
public final class Claims {
  private static final Pattern CLAIM =
      Pattern.compile(
          "#~ (?:(plan|distiller) )?(error|warning|info)\\[(SC\\d{3})] (\\d+) \"([^\"]*)\"");

  private Claims() {}

  /**
   * One claim: a finding that starts on the line of the comment.
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

    /** Whether it is made for a target. */
    public boolean isFor(Target given) {
      return target.isEmpty() || target.equals(given.name().toLowerCase(Locale.ROOT));
    }

    /** Whether it is about a finding. */
    public boolean fits(SourceFile source, Diagnostic finding) {
      Position at = source.position(finding.primary().span().start());
      boolean here = at.line() == line && at.column() == column;
      boolean kind = finding.kind().code().equals(code) && word(finding).equals(severity);
      boolean says = finding.message().contains(text) || finding.primary().text().contains(text);
      return here && kind && says;
    }
  }

  /** The claims of a text. */
  public static List<Claim> of(String text) {
    List<Claim> claims = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher matcher = CLAIM.matcher(line);
      while (matcher.find()) {
        String target = matcher.group(1) == null ? "" : matcher.group(1);
        int column = Integer.parseInt(matcher.group(4));
        claims.add(
            new Claim(
                target, number, column, matcher.group(2), matcher.group(3), matcher.group(5)));
      }
    }
    return claims;
  }

  /** The claim that fits a finding exactly. */
  public static String write(SourceFile source, Diagnostic finding) {
    Position at = source.position(finding.primary().span().start());
    String code = finding.kind().code();
    return at.line()
        + ": #~ "
        + word(finding)
        + "["
        + code
        + "] "
        + at.column()
        + " \""
        + finding.message()
        + "\"";
  }

  private static String word(Diagnostic finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}

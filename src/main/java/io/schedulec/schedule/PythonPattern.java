package io.schedulec.schedule;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Python's, as the trainer compares it with names of modules.
 *
 * <p>What Java would read in another way is written anew for it; what cannot be written is not
 * judged at all.
 */
public final class PythonPattern {
  private static final int LONGEST = 400;
  private static final int LONGEST_NAME = 300;
  private static final int STEPS = 200_000;

  private final Optional<Pattern> pattern;
  private final boolean broken;

  private PythonPattern(Optional<Pattern> pattern, boolean broken) {
    this.pattern = pattern;
    this.broken = broken;
  }

  /** The pattern of a text. */
  public static PythonPattern of(String text) {
    Optional<String> java =
        text.length() > LONGEST ? Optional.empty() : PythonSyntax.translate(text);
    if (java.isEmpty()) {
      return new PythonPattern(Optional.empty(), false);
    }
    try {
      return new PythonPattern(Optional.of(Pattern.compile("(?:^" + java.get() + "$)")), false);
    } catch (PatternSyntaxException e) {
      return new PythonPattern(Optional.empty(), true);
    }
  }

  /** Whether it is no regular expression. */
  public boolean broken() {
    return broken;
  }

  /** Whether it matches one of some names; true where that cannot be told. */
  public boolean mayMatch(Iterable<String> names) {
    if (pattern.isEmpty()) {
      return true;
    }
    Patience patience = new Patience(STEPS);
    for (String name : names) {
      if (name.length() > LONGEST_NAME || matches(name, patience)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(String name, Patience patience) {
    try {
      return pattern.orElseThrow().matcher(new Counted(name, patience)).lookingAt();
    } catch (OutOfPatienceException e) {
      return true;
    }
  }

  /** How often characters may still be looked at: some patterns take exponential time. */
  private static final class Patience {
    private int steps;

    Patience(int steps) {
      this.steps = steps;
    }

    void step() {
      if (steps-- <= 0) {
        throw new OutOfPatienceException();
      }
    }
  }

  /** The matcher knows no other way to be stopped. */
  private static final class OutOfPatienceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatienceException() {
      super("a pattern takes too long", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(CharSequence text, Patience patience) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      patience.step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), patience);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

package io.schedulec.selector;

import java.util.Optional;

/** A name, a pattern of names or a regular expression. */
public final class Pattern {
  private final String text;
  private final String literal;
  private final Optional<Program> program;
  private final Optional<Wrap> wrap;
  private final boolean regex;

  private Pattern(
      String text, String literal, Optional<Program> program, Optional<Wrap> wrap, boolean regex) {
    this.text = text;
    this.literal = literal;
    this.program = program;
    this.wrap = wrap;
    this.regex = regex;
  }

  static Pattern name(String text, String plain, Optional<Wrap> wrap) {
    return new Pattern(text, plain, Optional.empty(), wrap, false);
  }

  static Pattern glob(String text, Program program, Optional<Wrap> wrap) {
    return new Pattern(text, "", Optional.of(program), wrap, false);
  }

  static Pattern regex(String text, Program program) {
    return new Pattern(text, "", Optional.of(program), Optional.empty(), true);
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /** Whether it has no signs and stands for the one name that it is. */
  public boolean plain() {
    return program.isEmpty();
  }

  /** Whether it is a regular expression. */
  public boolean regex() {
    return regex;
  }

  /** Where it writes the wrapper {@code module}, if it does. */
  public Optional<Wrap> wrap() {
    return wrap;
  }

  /** Whether it matches a whole name, which has no {@code module} components. */
  public boolean matches(String name) {
    if (program.isEmpty()) {
      return name.equals(literal);
    }
    // A glob has lost its wrapper; in a regular expression nobody knows where it would be.
    return program.get().matches(name) || (regex && program.get().matches("module." + name));
  }
}

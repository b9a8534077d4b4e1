package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.value;

import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec manual}. */
final class ManualCommand implements Command {
  private final Body body;

  ManualCommand(Body body) {
    this.body = body;
  }

  /** How the manual is written. */
  enum Format {
    TEXT,
    MARKDOWN
  }

  /** Prints the manual, or a part of it. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Optional<String> about, Format format, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "manual";
  }

  @Override
  public String summary() {
    return "print the manual of the schedule language, or of one class or section";
  }

  @Override
  public String usage() {
    return "[CLASS|SECTION] [OPTION]...";
  }

  @Override
  public String example() {
    return "manual AutomatedGradualPruner";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            value("format", CommonOptions.choices(Format.class), "how it is written (text)"));
  }

  @Override
  public List<String> words() {
    return LookingUp.words();
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> classes = line.getArgList();
    if (classes.size() > 1) {
      throw new BadRequest("manual takes one class or section at a time");
    }
    Format format = CommonOptions.choice(line, "format", Format.TEXT);
    return body.run(classes.stream().findFirst(), format, terminal);
  }
}

package io.schedulec.cli;

import static io.schedulec.cli.CommonOptions.flag;
import static io.schedulec.cli.CommonOptions.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code schedulec explain}. */
final class ExplainCommand implements Command {
  private final Body body;

  ExplainCommand(Body body) {
    this.body = body;
  }

  /**
   * The options, read.
   *
   * @param words what is asked for, a word each argument
   * @param search what the pages are searched for
   */
  record Request(List<String> words, Optional<String> search) {
    Request {
      words = List.copyOf(words);
    }
  }

  /** Explains one code, reason or traceback, or lists all. */
  @FunctionalInterface
  interface Body {
    /** Returns the exit code. */
    int run(Request request, Terminal terminal) throws BadRequest;
  }

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "say what a finding or an old traceback means, or why channels stay";
  }

  @Override
  public String usage() {
    return "[CODE|REASON|'LAST LINE OF A TRACEBACK'] [OPTION]...";
  }

  @Override
  public String example() {
    return "explain SC201";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(flag("list", "list all codes and reasons, as without an argument"))
        .addOption(value("search", "TEXT", "list the pages that name an exception or have words"));
  }

  @Override
  public List<String> words() {
    List<String> words = new ArrayList<>(Codes.all());
    words.addAll(ReasonPages.words());
    return words;
  }

  @Override
  public int run(CommandLine line, Terminal terminal) throws BadRequest {
    List<String> words = line.getArgList();
    Optional<String> search = CommonOptions.last(line, "search");
    if (!words.isEmpty() && (search.isPresent() || line.hasOption("list"))) {
      throw new BadRequest("explain takes a code, --search or --list, and only one of them");
    }
    return body.run(new Request(words, search), terminal);
  }
}

package io.schedulec.cli;

import io.schedulec.analysis.Models;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.corpus.Case;
import io.schedulec.corpus.CaseRunner;
import io.schedulec.corpus.GoldenFiles;
import io.schedulec.corpus.Goldens;
import io.schedulec.corpus.Problem;
import io.schedulec.corpus.Suite;
import io.schedulec.corpus.Transcript;
import io.schedulec.graph.UnreadableModelException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs suites of cases, and says what is not as they say. */
final class Testing {
  private final Terminal terminal;
  private final CaseRunner runner;
  private final GoldenFiles files;
  private int cases;
  private int projects;
  private int failed;

  private Testing(TestCommand.Request request, Terminal terminal, Models models) {
    this.terminal = terminal;
    Optional<Path> model = request.model().map(terminal::resolve);
    this.runner = new CaseRunner(models, model, targets(request));
    this.files =
        new GoldenFiles(
            new Goldens(runner), request.update() ? Optional.of(Testing::write) : Optional.empty());
  }

  private static void write(Path file, String text) {
    try {
      AtomicFiles.write(file, text);
    } catch (BadRequest e) {
      throw new UnusableFileException(String.valueOf(e.getMessage()));
    }
  }

  /** Carries out a request, in the environment of this process. */
  static int run(TestCommand.Request request, Terminal terminal) throws BadRequest {
    return run(request, terminal, Optional.ofNullable(System.getenv("CI")));
  }

  /**
   * Carries out a request.
   *
   * @param ci what the environment says of continuous integration
   */
  static int run(TestCommand.Request request, Terminal terminal, Optional<String> ci)
      throws BadRequest {
    if (request.update()
        && ci.filter(word -> !word.isEmpty() && !word.equals("false")).isPresent()) {
      throw new BadRequest("--update is for people: CI is set, and compares only");
    }
    Models models = new Models();
    try {
      request.model().map(terminal::resolve).ifPresent(models::demand);
      return new Testing(request, terminal, models).run(request.paths());
    } catch (UnusableFileException | UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private static List<Target> targets(TestCommand.Request request) {
    if (request.target().isEmpty()) {
      return List.of(Target.values());
    }
    boolean plan = request.target().get() == CheckRequest.Target.PLAN;
    return List.of(plan ? Target.PLAN : Target.DISTILLER);
  }

  private int run(List<String> paths) throws BadRequest {
    for (String path : paths) {
      Suite suite = Suite.at(terminal.resolve(path));
      List<Case> found = suite.cases();
      List<Path> folders = suite.projects();
      if (found.isEmpty() && folders.isEmpty()) {
        throw new BadRequest("no schedule to test in " + path);
      }
      found.forEach(this::test);
      folders.forEach(folder -> test(suite, folder));
    }
    terminal.out().println(summary());
    return failed > 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private void test(Case one) {
    cases++;
    List<Problem> problems = new ArrayList<>(runner.run(one));
    problems.addAll(files.check(one));
    report(one.name(), problems);
  }

  private void test(Suite suite, Path project) {
    projects++;
    String name = suite.name(project);
    report(name, new Transcript(this::runIn).check(project, name, files));
  }

  private void report(String name, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    failed++;
    terminal.out().println("FAILED " + name);
    for (Problem problem : problems) {
      terminal.out().println("  " + problem.what());
      problem.lines().forEach(line -> terminal.out().println("    " + line));
    }
    terminal.out().println();
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    text.append(cases > 0 || projects == 0 ? Reports.count(cases, "schedule") : "");
    text.append(cases > 0 && projects > 0 ? " and " : "");
    text.append(projects > 0 ? Reports.count(projects, "project") : "");
    text.append(" tested: ");
    text.append(failed == 0 ? "all are as they say" : failed + " failed");
    text.append(
        files.written() > 0 ? ", " + Reports.count(files.written(), "file") + " rewritten" : "");
    return text.toString();
  }

  /** What a command prints without a terminal, standard error after standard output. */
  private Transcript.Result runIn(List<String> arguments, Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal inner =
        new Terminal(
            InputStream.nullInputStream(),
            outStream,
            errStream,
            Terminal.DEFAULT_WIDTH,
            false,
            false,
            false,
            folder);
    int code = new Cli(Main.commands()).run(arguments, inner);
    String text = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    return new Transcript.Result(code, text);
  }
}

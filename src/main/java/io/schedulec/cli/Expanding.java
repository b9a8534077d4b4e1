package io.schedulec.cli;

import io.schedulec.analysis.Analysis;
import io.schedulec.analysis.Analyzer;
import io.schedulec.analysis.Expander;
import io.schedulec.analysis.ModelFormat;
import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.Target;
import io.schedulec.diagnostic.render.FileResult;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes a schedule without its selectors. */
final class Expanding {
  private final ExpandCommand.Request request;
  private final Terminal terminal;
  private final Models models = new Models();

  private Expanding(ExpandCommand.Request request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
  }

  /** Carries out a request; what is wrong goes to standard error. */
  static int run(ExpandCommand.Request request, Terminal terminal) throws BadRequest {
    if (request.schedule().isEmpty()) {
      throw new BadRequest("the name of a schedule is empty");
    }
    try {
      return new Expanding(request, terminal).run();
    } catch (UnusableFileException | UnreadableModelException e) {
      throw new BadRequest(String.valueOf(e.getMessage()));
    }
  }

  private int run() throws BadRequest {
    String name = request.schedule();
    boolean standard = name.equals("-");
    Path file = terminal.resolve(standard ? "stdin.yaml" : name);
    SourceFile source =
        standard
            ? Sources.decode("<stdin>", StandardInput.bytes(terminal))
            : Sources.read(name, file);
    Optional<Path> model = request.model().map(terminal::resolve);
    model.ifPresent(models::demand);
    Analyzer analyzer = new Analyzer(models, model, Target.PLAN, OptionalInt.empty());
    Expander.Expanded expanded = new Expander(analyzer).expand(source, file);
    if (expanded.text().isEmpty()) {
      return refuse(expanded);
    }
    demandModel(expanded.analysis());
    write(source, expanded.text().get(), file);
    return ExitCode.OK;
  }

  private int refuse(Expander.Expanded expanded) throws BadRequest {
    Analysis analysis = expanded.analysis();
    if (expanded.reasons().isEmpty()) {
      throw new BadRequest(request.schedule() + " is no schedule, so there is nothing to expand");
    }
    FileResult result =
        new FileResult(analysis.source(), analysis.model().orElse(null), expanded.reasons());
    terminal.err().print(Reports.text(List.of(result), Reports.options(terminal)));
    return ExitCode.FINDINGS;
  }

  /** Without a model only a schedule that has no selectors can be written. */
  private void demandModel(Analysis analysis) throws BadRequest {
    boolean known = analysis.bound().filter(b -> b.facts().present()).isPresent();
    if (!known && analysis.selects()) {
      throw new BadRequest(
          "no model is known for "
              + request.schedule()
              + ": give --model FILE, write `# schedulec: model=PATH` into it, or list it in"
              + " schedulec.yaml");
    }
  }

  private void write(SourceFile source, String text, Path file) throws BadRequest {
    if (request.inPlace()) {
      if (!Files.isRegularFile(file)) {
        throw new BadRequest("cannot expand " + source.path() + " in place: not a regular file");
      }
      if (!text.equals(source.text())) {
        AtomicFiles.write(file, text);
      }
    } else if (request.output().isPresent()) {
      Path output = terminal.resolve(request.output().get());
      Outputs.demandOther("-o", output, sources());
      AtomicFiles.write(output, text);
    } else {
      terminal.printUtf8(text);
    }
  }

  private List<Path> sources() {
    List<Path> sources = new ArrayList<>();
    if (!request.schedule().equals("-")) {
      sources.add(terminal.resolve(request.schedule()));
    }
    for (Path model : models.files()) {
      sources.add(model);
      sources.addAll(ModelFormat.dataFiles(model));
    }
    return sources;
  }
}

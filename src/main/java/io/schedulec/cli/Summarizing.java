package io.schedulec.cli;

import io.schedulec.analysis.Models;
import io.schedulec.bind.ModelFacts;
import io.schedulec.graph.UnreadableModelException;
import io.schedulec.inspect.Summary;
import io.schedulec.inspect.SummaryJson;
import io.schedulec.inspect.SummaryTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows what is in many models, a line each. */
final class Summarizing {
  private static final String ENDING = ".onnx";

  private final Terminal terminal;

  /** What to read, by name; a folder that cannot be listed has a reason in place of a file. */
  private final Map<String, Optional<String>> found = new TreeMap<>();

  private Summarizing(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Reads every model; it is a refusal only if none could be read. */
  static int run(List<String> paths, boolean json, Terminal terminal) throws BadRequest {
    Summarizing summarizing = new Summarizing(terminal);
    for (String path : paths) {
      if (path.isEmpty()) {
        throw new BadRequest("inspect needs the name of a model");
      }
      summarizing.find(path);
    }
    if (summarizing.found.isEmpty()) {
      throw new BadRequest("there is no " + ENDING + " file in " + String.join(", ", paths));
    }
    List<Summary> models = summarizing.read();
    if (json) {
      terminal.printUtf8(SummaryJson.of(models));
    } else {
      terminal.out().print(SummaryTable.of(models, terminal.width(), terminal.ascii()));
    }
    return models.stream().anyMatch(Summary::read) ? ExitCode.OK : ExitCode.REFUSED;
  }

  private void find(String name) {
    Path path = terminal.resolve(name);
    if (Files.isDirectory(path)) {
      list(name.endsWith("/") ? name : name + "/", path);
    } else {
      found.put(name, Optional.empty());
    }
  }

  /** The models of a folder and of those in it; links to folders may lead in circles. */
  private void list(String prefix, Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = prefix + entry.getFileName();
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          list(name + "/", entry);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(ENDING) && !Files.isDirectory(entry)) {
          found.put(name, Optional.empty());
        }
      }
    } catch (IOException e) {
      found.put(prefix, Optional.of(IoReasons.of(e)));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      found.put(prefix, Optional.of(cause == null ? "cannot be listed" : IoReasons.of(cause)));
    }
  }

  private List<Summary> read() {
    ProgressLine progress = new ProgressLine(terminal);
    List<Summary> models = new ArrayList<>();
    try {
      for (Map.Entry<String, Optional<String>> entry : found.entrySet()) {
        progress.show("model " + (models.size() + 1) + " of " + found.size());
        Optional<String> reason = entry.getValue();
        models.add(
            reason.isPresent()
                ? Summary.unreadable(entry.getKey(), reason.get())
                : read(entry.getKey()));
      }
      return models;
    } finally {
      progress.clear();
    }
  }

  private Summary read(String name) {
    Path file = terminal.resolve(name);
    try {
      long start = System.nanoTime();
      ModelFacts facts = new Models().load(file);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      return Summary.of(name, facts.graph(), facts.spaces(), milliseconds);
    } catch (UnreadableModelException e) {
      return Summary.unreadable(name, reason(String.valueOf(e.getMessage()), file));
    }
  }

  /** A reason need not begin with the name that stands beside it. */
  private static String reason(String message, Path file) {
    String name = file.toString();
    boolean named = message.startsWith(name) && message.length() > name.length();
    return named ? message.substring(name.length()).replaceFirst("^[: ]+", "") : message;
  }
}

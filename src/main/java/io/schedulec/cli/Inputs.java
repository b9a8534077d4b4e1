package io.schedulec.cli;

import io.schedulec.analysis.Schedules;
import io.schedulec.analysis.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what there is to check. */
final class Inputs {
  private final CheckRequest request;
  private final Terminal terminal;
  private final List<Input> inputs = new ArrayList<>();

  private Inputs(CheckRequest request, Terminal terminal) {
    this.request = request;
    this.terminal = terminal;
  }

  /** Everything that a request asks for, folders as what is in them. */
  static List<Input> of(CheckRequest request, Terminal terminal) {
    Inputs found = new Inputs(request, terminal);
    for (String input : request.inputs()) {
      try {
        found.add(input);
      } catch (UnusableFileException e) {
        found.inputs.add(Input.refused(String.valueOf(e.getMessage())));
      }
    }
    return found.inputs;
  }

  private void add(String input) {
    if (input.equals("-")) {
      String name = request.stdinFilename().orElse("<stdin>");
      Path file = terminal.resolve(request.stdinFilename().orElse("stdin.yaml"));
      inputs.add(Input.of(name, file, Input.Origin.STANDARD_INPUT));
      return;
    }
    if (input.isEmpty()) {
      throw new UnusableFileException("the name of a schedule is empty");
    }
    Path path = terminal.resolve(input);
    if (Schedules.isFolder(path)) {
      folder(input, path);
    } else {
      inputs.add(Input.of(input, path, Input.Origin.NAMED));
    }
  }

  private void folder(String input, Path path) {
    List<Path> found = Schedules.below(path);
    if (found.isEmpty() && !request.onlySchedules()) {
      throw new UnusableFileException("no schedule in folder " + input);
    }
    for (Path file : found) {
      String name = Path.of(input).resolve(path.relativize(file)).toString();
      inputs.add(Input.of(name, file, Input.Origin.FOUND));
    }
  }
}

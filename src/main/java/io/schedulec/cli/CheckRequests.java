package io.schedulec.cli;

import io.schedulec.cli.CheckRequest.Format;
import io.schedulec.cli.CheckRequest.Output;
import io.schedulec.diagnostic.DiagnosticKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.cli.CommandLine;

/** Reads the options of {@code check}. */
final class CheckRequests {
  private CheckRequests() {}

  static CheckRequest read(CommandLine line) throws BadRequest {
    boolean fixes = line.hasOption("fix") || line.hasOption("diff");
    if (line.hasOption("unsafe-fixes") && !fixes) {
      throw new BadRequest("--unsafe-fixes needs --fix or --diff beside it");
    }
    return new CheckRequest(
        line.getArgList(),
        line.hasOption("only-schedules"),
        CommonOptions.last(line, "model"),
        outputs(CommonOptions.all(line, "format")),
        kinds(line),
        CommonOptions.choice(line, "fail-on", FailOn.ERROR),
        CommonOptions.choice(line, "target", CheckRequest.Target.PLAN),
        epochs(CommonOptions.last(line, "epochs")),
        CommonOptions.choice(line, "color", ColorChoice.AUTO),
        line.hasOption("ascii"),
        CommonOptions.last(line, "stdin-filename"),
        line.hasOption("fix"),
        line.hasOption("unsafe-fixes"),
        line.hasOption("diff"),
        file(line, "baseline"),
        newBaseline(line, fixes),
        jobs(CommonOptions.last(line, "jobs")));
  }

  private static Optional<String> newBaseline(CommandLine line, boolean fixes) throws BadRequest {
    Optional<String> file = file(line, "write-baseline");
    if (file.isPresent() && (fixes || line.hasOption("baseline"))) {
      throw new BadRequest("--write-baseline goes with none of --baseline, --fix and --diff");
    }
    return file;
  }

  private static Optional<String> file(CommandLine line, String option) throws BadRequest {
    Optional<String> file = CommonOptions.last(line, option);
    if (file.filter(String::isEmpty).isPresent()) {
      throw new BadRequest("--" + option + " needs the name of a file");
    }
    return file;
  }

  private static List<Output> outputs(List<String> formats) throws BadRequest {
    if (formats.isEmpty()) {
      return List.of(new Output(Format.TEXT, Optional.empty()));
    }
    List<Output> outputs = new ArrayList<>();
    Set<Optional<String>> places = new HashSet<>();
    for (String format : formats) {
      Output output = output(format);
      if (!places.add(output.file().map(CheckRequests::normal))) {
        String place = output.file().orElse("standard output");
        throw new BadRequest("two --format options write to " + place);
      }
      outputs.add(output);
    }
    return outputs;
  }

  /** One spelling for all ways to write a path. */
  private static String normal(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static Output output(String text) throws BadRequest {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    Format format = CommonOptions.constant("--format", word, Format.class);
    if (equals == text.length() - 1) {
      throw new BadRequest("--format " + text + " needs a file name after the =");
    }
    return new Output(
        format, equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
  }

  private static Set<DiagnosticKind> kinds(CommandLine line) throws BadRequest {
    EnumSet<DiagnosticKind> kinds = EnumSet.allOf(DiagnosticKind.class);
    List<String> select = CommonOptions.all(line, "select");
    if (!select.isEmpty()) {
      kinds = codes("--select", select);
    }
    kinds.removeAll(codes("--ignore", CommonOptions.all(line, "ignore")));
    return Collections.unmodifiableSet(kinds);
  }

  private static EnumSet<DiagnosticKind> codes(String option, List<String> values)
      throws BadRequest {
    EnumSet<DiagnosticKind> kinds = EnumSet.noneOf(DiagnosticKind.class);
    for (String value : values) {
      for (String code : value.split(",", -1)) {
        kinds.add(kind(option, code.strip()));
      }
    }
    return kinds;
  }

  private static DiagnosticKind kind(String option, String code) throws BadRequest {
    Optional<DiagnosticKind> found = DiagnosticKind.find(code);
    if (found.isEmpty()) {
      throw new BadRequest(Codes.unknown(option + " names an ", code));
    }
    return found.get();
  }

  /** The length of a run. */
  static OptionalInt epochs(Optional<String> text) throws BadRequest {
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(positive("--epochs", text.get()));
  }

  /** As many at once as there are processors, unless another number is given. */
  private static int jobs(Optional<String> text) throws BadRequest {
    return text.isEmpty()
        ? Runtime.getRuntime().availableProcessors()
        : positive("--jobs", text.get());
  }

  private static int positive(String option, String text) throws BadRequest {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Not a number is refused like a number that makes no sense.
    }
    throw new BadRequest(option + " needs a whole number above 0, not \"" + text + "\"");
  }
}

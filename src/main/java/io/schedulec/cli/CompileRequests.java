package io.schedulec.cli;

import io.schedulec.lower.LoweringOptions;
import io.schedulec.plan.DeadChannels;
import io.schedulec.plan.Rounding;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** Reads the options of {@code compile}. */
final class CompileRequests {
  private static final String DISTILLER = "distiller";
  private static final String KEEP_FLOOR = "keep-floor";
  private static final String MULTIPLE = "multiple:";

  /** What may follow {@code --rounding}. */
  static final String ROUNDINGS = DISTILLER + "|" + KEEP_FLOOR + "|" + MULTIPLE + "N";

  private CompileRequests() {}

  static CompileRequest read(CommandLine line) throws BadRequest {
    List<String> schedules = line.getArgList();
    if (schedules.size() != 1) {
      throw new BadRequest("compile needs one schedule, not " + schedules.size());
    }
    return new CompileRequest(
        schedules.get(0),
        named(line, "model"),
        named(line, "output"),
        stats(line),
        lowering(line),
        CommonOptions.choice(line, "target", CheckRequest.Target.PLAN),
        CheckRequests.epochs(CommonOptions.last(line, "epochs")),
        CommonOptions.choice(line, "color", ColorChoice.AUTO),
        line.hasOption("ascii"));
  }

  /** The value of an option that names a file. */
  static Optional<String> named(CommandLine line, String option) throws BadRequest {
    Optional<String> name = CommonOptions.last(line, option);
    if (name.filter(String::isEmpty).isPresent()) {
      throw new BadRequest("--" + option + " needs the name of a file");
    }
    return name;
  }

  private static Optional<CompileRequest.Stats> stats(CommandLine line) throws BadRequest {
    Optional<String> word = CommonOptions.last(line, "stats");
    return word.isPresent()
        ? Optional.of(CommonOptions.constant("--stats", word.get(), CompileRequest.Stats.class))
        : Optional.empty();
  }

  private static LoweringOptions lowering(CommandLine line) throws BadRequest {
    Rounding rounding = rounding(CommonOptions.last(line, "rounding").orElse(DISTILLER));
    DeadChannels dead = CommonOptions.choice(line, "dead-channels", DeadChannels.DROP);
    if (dead == DeadChannels.FOLD) {
      // The language of plans has it, but the verifier rejects what nothing can run.
      throw new BadRequest("--dead-channels fold cannot be carried out yet, only drop");
    }
    return new LoweringOptions(rounding, dead);
  }

  private static Rounding rounding(String text) throws BadRequest {
    if (text.startsWith(MULTIPLE)) {
      return multiple(text.substring(MULTIPLE.length()));
    }
    return switch (text) {
      case DISTILLER -> new Rounding.Distiller();
      case KEEP_FLOOR -> new Rounding.KeepFloor();
      default ->
          throw CommonOptions.notOneOf(
              "--rounding", text, List.of(DISTILLER, KEEP_FLOOR, MULTIPLE + "N"));
    };
  }

  private static Rounding multiple(String text) throws BadRequest {
    try {
      int of = Integer.parseInt(text);
      if (of > 0) {
        return new Rounding.Multiple(of);
      }
    } catch (NumberFormatException e) {
      // Not a number is refused like a number that makes no sense.
    }
    throw new BadRequest("--rounding multiple: needs a whole number above 0, not \"" + text + "\"");
  }
}

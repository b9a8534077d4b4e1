package io.schedulec.fuzz;

import io.schedulec.analysis.Models;
import io.schedulec.analysis.Sources;
import io.schedulec.analysis.UnusableFileException;
import io.schedulec.bind.ModelFacts;
import io.schedulec.plan.Comments;
import io.schedulec.plan.ParsedPlan;
import io.schedulec.plan.PlanParser;
import io.schedulec.plan.PlanPrinter;
import io.schedulec.plan.PlanVerifier;
import io.schedulec.source.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/** Any bytes as a plan: read, verified, and printed where it is one. */
public final class PlanTarget {
  private static final ModelFacts FACTS =
      new Models().load(Path.of("test-schedules", "models", "resnet20_cifar.onnx"));

  private PlanTarget() {}

  /** What the fuzzer calls first: what is loaded once is not in the time of an input. */
  public static void fuzzerInitialize() {
    Path plan = Path.of("test-schedules", "plans", "resnet20-chain.plan");
    fuzzerTestOneInput(Sources.bytes("resnet20-chain.plan", plan));
  }

  /** What the fuzzer calls. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    SourceFile source;
    try {
      source = Sources.decode("fuzzed.plan", bytes);
    } catch (UnusableFileException e) {
      return;
    }
    Optional<ParsedPlan> parsed = PlanParser.parse(source).plan();
    if (parsed.isPresent()) {
      PlanVerifier.verify(parsed.get(), FACTS.graph(), FACTS.spaces());
      roundTrip(parsed.get());
    }
  }

  private static void roundTrip(ParsedPlan parsed) {
    String text = PlanPrinter.print(parsed.plan(), Comments.NONE);
    Optional<ParsedPlan> again = PlanParser.parse(SourceFile.of("printed.plan", text)).plan();
    if (again.isEmpty() || !PlanPrinter.print(again.get().plan(), Comments.NONE).equals(text)) {
      throw new IllegalStateException("printed differently the second time:\n" + text);
    }
  }
}

package io.schedulec.run;

import io.schedulec.bind.ModelFacts;
import io.schedulec.plan.VerifiedPlan;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What to run, on what.
 *
 * @param plan the plan, verified against the model
 * @param name what the plan or its schedule is called
 * @param model the model file
 * @param facts what is known of the model
 * @param output the new model file
 * @param until the last epoch to run; empty for all
 * @param seed where random numbers start
 * @param verify whether both models are run and compared
 */
public record RunRequest(
    VerifiedPlan plan,
    String name,
    Path model,
    ModelFacts facts,
    Path output,
    OptionalInt until,
    long seed,
    boolean verify) {}

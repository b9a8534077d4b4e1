package io.schedulec.plan;

/**
 * What a plan was made from.
 *
 * @param schedule the file name of the schedule, without folders
 * @param scheduleDigest SHA-256 of the schedule's bytes, in lower-case hexadecimal
 * @param model the file name of the model, without folders
 * @param structure the digest of the model's structure ({@link io.schedulec.graph.Structure})
 * @param nodes how many operators the model has
 * @param parameters how many parameters the model has
 * @param rounding how shares of structures become counts
 */
public record Header(
    String schedule,
    String scheduleDigest,
    String model,
    String structure,
    int nodes,
    int parameters,
    Rounding rounding) {}

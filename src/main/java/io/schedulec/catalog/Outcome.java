package io.schedulec.catalog;

/**
 * What the original trainer does with a mistake in a key.
 *
 * @param mistake the mistake
 * @param text one or two sentences, with the exception's own text where one is raised
 */
public record Outcome(Mistake mistake, String text) {}

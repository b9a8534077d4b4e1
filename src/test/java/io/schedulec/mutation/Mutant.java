package io.schedulec.mutation;

/**
 * A schedule with one slip.
 *
 * @param kind the kind of slip
 * @param codes what one of the codes that it must be found by begins with, as a regular expression
 * @param text the schedule
 */
record Mutant(String kind, String codes, String text) {}

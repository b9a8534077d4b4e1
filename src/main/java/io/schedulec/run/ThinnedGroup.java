package io.schedulec.run;

import io.schedulec.equivalence.Emission;

/**
 * A group that lost channels.
 *
 * @param name its name in the plan
 * @param before how many channels it had
 * @param after how many it kept
 * @param emission what the lost channels had emitted
 */
public record ThinnedGroup(String name, int before, int after, Emission emission) {}

/**
 * Which layers of each chain a schedule prunes, judged once for all checks of chains.
 *
 * <p>One root cause gives one verdict: a chain that cannot be pruned at all is not also incomplete,
 * and a list that mixes chains is not also without a leader.
 */
@NullMarked
package io.schedulec.check.chain;

import org.jspecify.annotations.NullMarked;

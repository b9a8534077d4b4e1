/**
 * Folders of schedules that say themselves what is wrong with them, and whether they are right.
 *
 * <p>A {@link io.schedulec.corpus.Suite} finds {@link io.schedulec.corpus.Case}s, a {@link
 * io.schedulec.corpus.CaseRunner} checks one against its {@link io.schedulec.corpus.Claim}s and the
 * files beside it. {@link io.schedulec.corpus.Transcript} is a folder in which commands are run.
 */
@NullMarked
package io.schedulec.corpus;

import org.jspecify.annotations.NullMarked;

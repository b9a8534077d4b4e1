/**
 * What can be wrong with a schedule once it is joined with a model.
 *
 * <p>Each check is one class, reads only the bound schedule, and knows no other check; {@link
 * io.schedulec.check.Checks} is the list of all. What several checks need (chains, edits of a list
 * of weights, wording) stands in classes that are no checks.
 */
@NullMarked
package io.schedulec.check;

import org.jspecify.annotations.NullMarked;

package io.schedulec.lower;

import io.schedulec.plan.Selection;
import io.schedulec.plan.Structures;

/**
 * The mask of one tensor, before tensors that have the same number of structures are put together.
 *
 * @param structures what is zeroed at a time
 * @param selection which of them
 * @param tensor the parameter
 */
record Draft(Structures structures, Selection selection, String tensor) {}

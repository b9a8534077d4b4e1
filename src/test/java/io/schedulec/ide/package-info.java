/** Tests of what editors show, on schedules with a mark where the caret stands. */
@NullMarked
package io.schedulec.ide;

import org.jspecify.annotations.NullMarked;

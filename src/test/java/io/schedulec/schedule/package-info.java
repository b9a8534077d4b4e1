/** Tests of the language of schedules. */
@NullMarked
package io.schedulec.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * One schedule, checked against its model: the pipeline from text to findings, which the command
 * line and editors read.
 */
@NullMarked
package io.schedulec.analysis;

import org.jspecify.annotations.NullMarked;

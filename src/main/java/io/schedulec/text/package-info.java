/** Tables for people and JSON for programs, whatever they show. */
@NullMarked
package io.schedulec.text;

import org.jspecify.annotations.NullMarked;

/** Tests of the channel rules. */
@NullMarked
package io.schedulec.channel.rule;

import org.jspecify.annotations.NullMarked;

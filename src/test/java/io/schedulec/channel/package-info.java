/** Tests of the channel analysis. */
@NullMarked
package io.schedulec.channel;

import org.jspecify.annotations.NullMarked;

/**
 * Which channels of which parameters live and die together.
 *
 * <p>A rule of {@code channel.rule} states ties and freezes for one family of operators; {@code
 * ChannelSolver} joins them channel by channel; {@link io.schedulec.channel.ChannelSpaces} is the
 * result.
 */
@NullMarked
package io.schedulec.channel;

import org.jspecify.annotations.NullMarked;

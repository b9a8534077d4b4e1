package io.schedulec.channel;

import io.schedulec.channel.rule.Reason;
import io.schedulec.graph.Node;
import java.util.Optional;

/**
 * A reason why channels of an axis cannot be removed, and the shortest way to where it holds.
 *
 * @param reason the reason
 * @param node the node that states it, or empty
 * @param channels the indices of the axis that it holds
 * @param trace the way to the tensor that it was stated of
 */
public record Holding(Reason reason, Optional<Node> node, IndexRanges channels, Trace trace) {}

package io.schedulec.channel.rule;

import io.schedulec.graph.Node;
import java.util.List;

/** What one family of operators does to channels. Stateless. */
public interface ChannelRule {
  /** The operators of the standard domain that this rule is for. */
  List<String> opTypes();

  /** How channels pass, in a few words for the table of operators; {@code none} if they do not. */
  String passes();

  /** What cannot be removed, in a few words for the table of operators; empty for nothing. */
  String freezes();

  /**
   * States how the axes of a node's inputs and outputs are tied. An output axis of which a rule
   * says nothing cannot be cut.
   *
   * @param node a node of one of the operators, all of whose inputs and outputs have a known rank
   */
  void link(Node node, Links links);
}

package io.schedulec.graph.shape;

import io.schedulec.graph.Node;
import io.schedulec.graph.Parameter;
import java.util.OptionalLong;

/**
 * The weight of a convolution or a linear layer, and what it costs.
 *
 * @param weight the weight
 * @param node the node that applies it; the first of them where there are several
 * @param params number of elements
 * @param macs multiply-accumulates for one sample, all applications together; empty where an output
 *     size is unknown
 */
public record Layer(Parameter weight, Node node, long params, OptionalLong macs) {}

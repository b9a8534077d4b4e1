package io.schedulec.plan;

import io.schedulec.channel.Role;

/**
 * An axis of a parameter that loses indices when channels go.
 *
 * @param tensor the parameter's name
 * @param axis axis of the stored tensor
 * @param role what the axis does with the channels
 * @param indices which indices go with each channel
 * @param convInput whether indices are numbered over the input channels of a grouped convolution,
 *     {@code 0 .. C-1}, where index i is column {@code i mod (C/groups)} of the rows of group
 *     {@code i div (C/groups)}
 */
public record Member(String tensor, int axis, Role role, Indices indices, boolean convInput) {}

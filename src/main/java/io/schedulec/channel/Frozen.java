package io.schedulec.channel;

/**
 * Why channels cannot be removed.
 *
 * @param reason a word of the fixed list: {@code graph-input}, {@code graph-output}, {@code
 *     unknown-op}, {@code fixed-shape}, {@code unknown-shape}, {@code reduced}, ...
 * @param node the node that holds them, or empty
 * @param tensor the tensor that holds them, or empty
 * @param explanation one sentence for people, without full stop
 */
public record Frozen(String reason, String node, String tensor, String explanation) {}

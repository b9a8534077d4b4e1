package io.schedulec.graph.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scaled dot-product attention on [batch, heads, sequence, head] or [batch, sequence, heads x
 * head], with optional keys and values of the past and the scores as optional outputs.
 */
final class AttentionShape implements ShapeRule {
  @Override
  public List<String> opTypes() {
    return List.of("Attention");
  }

  @Override
  public void infer(NodeShapes at) {
    long[] query = heads(at, 0, "q_num_heads");
    long[] key = heads(at, 1, "kv_num_heads");
    long[] value = heads(at, 2, "kv_num_heads");
    long[] in = at.shape(0);
    long batch = size(query, 0);
    long length = size(query, 2);
    long depth = size(value, 3);
    if (in != null && in.length == 4) {
      at.shape(0, batch, size(query, 1), length, depth);
    } else if (in != null && in.length == 3) {
      at.shape(0, batch, length, at.sizes().times(size(query, 1), depth));
    }
    long all = total(at, key);
    at.shape(1, batch, size(key, 1), all, size(key, 3));
    at.shape(2, batch, size(value, 1), all, depth);
    at.shape(3, batch, size(query, 1), length, all);
  }

  /** An input as [batch, heads, sequence, head]. */
  private static long @Nullable [] heads(NodeShapes at, int place, String attribute) {
    long[] in = at.shape(place);
    long heads = at.attributes().integer(attribute, Dimension.UNKNOWN);
    if (in == null || in.length == 4) {
      return in;
    }
    boolean split = in.length == 3 && heads > 0;
    return split ? new long[] {in[0], heads, in[1], at.sizes().over(in[2], heads)} : null;
  }

  private static long size(long @Nullable [] shape, int axis) {
    return shape == null ? Dimension.UNKNOWN : shape[axis];
  }

  /** The length of the past and the present together. */
  private static long total(NodeShapes at, long @Nullable [] key) {
    long[] past = at.shape(4);
    if (!at.has(4)) {
      return size(key, 2);
    }
    return past != null && past.length == 4
        ? at.sizes().plus(past[2], size(key, 2))
        : Dimension.UNKNOWN;
  }
}

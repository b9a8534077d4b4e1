package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.DataType;
import io.schedulec.graph.Value;
import java.util.List;

/** Scaled dot products of queries and keys, which weight the values. */
final class Attention implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "scaled_dot_product_attention",
        "_scaled_dot_product_flash_attention",
        "_scaled_dot_product_flash_attention_for_cpu",
        "_scaled_dot_product_efficient_attention");
  }

  @Override
  public void map(Call call) {
    Value query = call.tensor("query");
    Value key = call.tensor("key");
    Value value = call.tensor("value");
    if (call.flag("enable_gqa", false)) {
      key = shared(call, query, key);
      value = shared(call, query, value);
    }
    Value scores = scores(call, query, key);
    Value weights = call.emit("Softmax", Axes.along(-1), masked(call, scores));
    call.result("MatMul", Attributes.NONE, weights, value);
  }

  /** Keys or values of which each serves several heads of queries. */
  private static Value shared(Call call, Value query, Value own) {
    int heads = call.axis(query, -3);
    long wanted = call.shape(query).dim(heads);
    long there = call.shape(own).dim(heads);
    if (wanted == there) {
      return own;
    }
    if (wanted < 1 || there < 1 || wanted % there != 0) {
      throw new NotMapped();
    }
    return Views.each(call, own, heads, wanted / there);
  }

  private static Value scores(Call call, Value query, Value key) {
    int rank = call.rank(key);
    Value turned =
        call.emit("Transpose", Axes.exchange(rank, Call.axis(-2, rank), Call.axis(-1, rank)), key);
    Value scores = call.emit("MatMul", Attributes.NONE, query, turned);
    double width = call.shape(query).dim(call.rank(query) - 1);
    if (width < 1 && !call.has("scale")) {
      throw new NotMapped();
    }
    Value scale = call.scalar(call.real("scale", 1 / Math.sqrt(width)), query.type());
    return call.emit("Mul", Attributes.NONE, scores, scale);
  }

  private static Value masked(Call call, Value scores) {
    Value seen = scores;
    String argument = call.has("attn_bias") ? "attn_bias" : "attn_mask";
    if (call.has(argument)) {
      Value mask = call.tensor(argument);
      seen =
          mask.type() == DataType.BOOL
              ? call.emit("Where", Attributes.NONE, mask, seen, never(call, scores))
              : call.emit("Add", Attributes.NONE, seen, mask);
    }
    if (call.flag("is_causal", false)) {
      seen = call.emit("Add", Attributes.NONE, seen, future(call, scores));
    }
    return seen;
  }

  private static Value never(Call call, Value scores) {
    return call.scalar(Double.NEGATIVE_INFINITY, scores.type());
  }

  /** Minus infinity above the diagonal, which is after the query. */
  private static Value future(Call call, Value scores) {
    Value sizes = call.emit("Shape", Settings.none().with("start", -2).attributes(), scores);
    Value all = call.emit("Expand", Attributes.NONE, never(call, scores), sizes);
    return call.emit("Trilu", Settings.none().with("upper", 1).attributes(), all, call.scalar(1L));
  }
}

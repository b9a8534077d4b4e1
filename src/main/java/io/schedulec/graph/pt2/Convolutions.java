package io.schedulec.graph.pt2;

import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;

/** Convolutions, plain and transposed. */
final class Convolutions implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "conv1d",
        "conv2d",
        "conv3d",
        "convolution",
        "_convolution",
        "conv_transpose1d",
        "conv_transpose2d",
        "conv_transpose3d");
  }

  @Override
  public void map(Call call) {
    Value input = call.tensor("input");
    Shape weight = call.shape(call.tensor("weight"));
    int spatial = weight.rank() - 2;
    long groups = call.integer("groups", 1);
    boolean malformed = groups < 1 || groups > Integer.MAX_VALUE;
    if (spatial < 1 || call.rank(input) != weight.rank() || malformed) {
      throw new NotMapped();
    }
    boolean transposed =
        call.operator().startsWith("conv_transpose") || call.flag("transposed", false);
    Settings settings =
        Settings.none()
            .with("kernel_shape", Arrays.copyOfRange(weight.toArray(), 2, weight.rank()))
            .with("strides", each(call, "stride", spatial, 1))
            .with("dilations", each(call, "dilation", spatial, 1))
            .with("pads", pads(call, weight, spatial))
            .with("group", groups);
    if (transposed) {
      settings.with("output_padding", each(call, "output_padding", spatial, 0));
    }
    call.result(
        transposed ? "ConvTranspose" : "Conv",
        settings.attributes(),
        input,
        call.tensor("weight"),
        call.optional("bias").orElse(null));
  }

  /** One number per spatial axis; a single one counts for all. */
  static long[] each(Call call, String argument, int spatial, long otherwise) {
    long[] given = call.integers(argument, otherwise);
    long[] each = given;
    if (given.length <= 1) {
      each = new long[spatial];
      Arrays.fill(each, given.length == 0 ? otherwise : given[0]);
    }
    if (each.length != spatial) {
      throw new NotMapped();
    }
    return each;
  }

  private static long[] pads(Call call, Shape weight, int spatial) {
    if (call.argument("padding").filter(p -> p.kind().equals("as_string")).isEmpty()) {
      long[] each = each(call, "padding", spatial, 0);
      long[] both = Arrays.copyOf(each, 2 * spatial);
      System.arraycopy(each, 0, both, spatial, spatial);
      return both;
    }
    return switch (call.text("padding", "")) {
      case "valid" -> new long[2 * spatial];
      case "same" -> same(call, weight, spatial);
      default -> throw new NotMapped();
    };
  }

  /** As much as keeps the size; where that is odd, one more at the end. */
  private static long[] same(Call call, Shape weight, int spatial) {
    long[] dilations = each(call, "dilation", spatial, 1);
    long[] pads = new long[2 * spatial];
    for (int i = 0; i < spatial; i++) {
      long total = dilations[i] * (weight.dim(i + 2) - 1);
      pads[i] = total / 2;
      pads[i + spatial] = total - total / 2;
    }
    return pads;
  }
}

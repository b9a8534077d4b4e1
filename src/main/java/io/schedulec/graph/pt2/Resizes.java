package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Resampling of images to another size. */
final class Resizes implements Operator {
  @Override
  public List<String> names() {
    return List.of(
        "upsample_nearest1d",
        "upsample_nearest2d",
        "upsample_nearest3d",
        "_upsample_nearest_exact1d",
        "_upsample_nearest_exact2d",
        "_upsample_nearest_exact3d",
        "upsample_linear1d",
        "upsample_bilinear2d",
        "upsample_trilinear3d",
        "upsample_bicubic2d",
        "_upsample_bilinear2d_aa",
        "_upsample_bicubic2d_aa");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    if (call.rank(input) < 3) {
      throw new NotMapped();
    }
    String operator = call.operator();
    Settings settings =
        Settings.none()
            .with("mode", mode(operator))
            .with("coordinate_transformation_mode", coordinates(call));
    if (operator.contains("nearest")) {
      settings.with("nearest_mode", operator.contains("exact") ? "round_prefer_ceil" : "floor");
    }
    if (operator.endsWith("_aa")) {
      settings.with("antialias", 1);
    }
    if (mode(operator).equals("cubic")) {
      settings.real("cubic_coeff_a", operator.endsWith("_aa") ? -0.5 : -0.75);
    }
    call.result("Resize", settings.attributes(), input, null, null, sizes(call, input));
  }

  private static String mode(String operator) {
    return operator.contains("nearest")
        ? "nearest"
        : operator.contains("cubic") ? "cubic" : "linear";
  }

  private static String coordinates(Call call) {
    if (call.flag("align_corners", false)) {
      return "align_corners";
    }
    boolean plain = call.operator().startsWith("upsample_nearest");
    return plain ? "asymmetric" : "half_pixel";
  }

  /** Batch and channels stay, whatever they are. */
  private static Value sizes(Call call, Value input) {
    Attributes first = Settings.none().with("start", 0).with("end", 2).attributes();
    Value kept = call.emit("Shape", first, input);
    Shape out = call.resultShape(0);
    List<Size> sizes = new ArrayList<>();
    List<Size> given = call.has("output_size") ? call.sizes("output_size") : List.of();
    for (int i = 2; i < out.rank(); i++) {
      if (!out.known(i) && given.size() != out.rank() - 2) {
        throw new NotMapped();
      }
      sizes.add(out.known(i) ? Size.of(out.dim(i)) : given.get(i - 2));
    }
    return call.emit("Concat", Axes.along(0), kept, call.vector(sizes));
  }
}

package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.List;

/** Channels that become places, places that become channels, and channels that change places. */
final class PixelShuffles implements Operator {
  @Override
  public List<String> names() {
    return List.of("pixel_shuffle", "pixel_unshuffle", "channel_shuffle", "native_channel_shuffle");
  }

  @Override
  public void map(Call call) {
    Value input = call.first();
    Shape shape = call.shape(input);
    if (shape.rank() != 4) {
      throw new NotMapped();
    }
    switch (call.operator()) {
      case "pixel_shuffle" ->
          call.result(
              "DepthToSpace",
              Settings.none()
                  .with("blocksize", call.integer("upscale_factor"))
                  .with("mode", "CRD")
                  .attributes(),
              input);
      case "pixel_unshuffle" -> unshuffle(call, input, call.integer("downscale_factor"));
      default -> channels(call, input, call.integer("groups"));
    }
  }

  /** SpaceToDepth of ONNX numbers the new channels otherwise. */
  private static void unshuffle(Call call, Value input, long factor) {
    Shape shape = call.shape(input);
    Value apart =
        call.emit(
            "Reshape",
            Attributes.NONE,
            input,
            call.vector(
                List.of(
                    call.size(input, 0),
                    Size.of(known(shape, 1)),
                    Size.of(known(shape, 2) / factor),
                    Size.of(factor),
                    Size.of(known(shape, 3) / factor),
                    Size.of(factor))));
    Value turned = call.emit("Transpose", Axes.permutation(0, 1, 3, 5, 2, 4), apart);
    call.result(
        "Reshape",
        Attributes.NONE,
        turned,
        call.vector(
            List.of(
                call.size(input, 0),
                Size.of(shape.dim(1) * factor * factor),
                Size.of(shape.dim(2) / factor),
                Size.of(shape.dim(3) / factor))));
  }

  private static void channels(Call call, Value input, long groups) {
    Shape shape = call.shape(input);
    long channels = known(shape, 1);
    if (groups < 1 || channels % groups != 0) {
      throw new NotMapped();
    }
    Size batch = call.size(input, 0);
    Size height = call.size(input, 2);
    Size width = call.size(input, 3);
    Value apart =
        call.emit(
            "Reshape",
            Attributes.NONE,
            input,
            call.vector(
                List.of(batch, Size.of(groups), Size.of(channels / groups), height, width)));
    Value turned = call.emit("Transpose", Axes.exchange(5, 1, 2), apart);
    call.result(
        "Reshape",
        Attributes.NONE,
        turned,
        call.vector(List.of(batch, Size.of(channels), height, width)));
  }

  private static long known(Shape shape, int axis) {
    if (!shape.known(axis)) {
      throw new NotMapped();
    }
    return shape.dim(axis);
  }
}

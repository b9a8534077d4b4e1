package io.schedulec.graph.pt2;

import io.schedulec.graph.Attributes;
import io.schedulec.graph.Shape;
import io.schedulec.graph.Value;
import java.util.Arrays;
import java.util.List;

/** Pooling by windows, or down to a given size. */
final class Pools implements Operator {
  private static final long LARGEST_MATRIX = 1 << 12;

  @Override
  public List<String> names() {
    return List.of(
        "max_pool1d",
        "max_pool2d",
        "max_pool3d",
        "max_pool1d_with_indices",
        "max_pool2d_with_indices",
        "max_pool3d_with_indices",
        "avg_pool1d",
        "avg_pool2d",
        "avg_pool3d",
        "adaptive_avg_pool1d",
        "adaptive_avg_pool2d",
        "adaptive_avg_pool3d",
        "_adaptive_avg_pool2d",
        "_adaptive_avg_pool3d",
        "adaptive_max_pool1d",
        "adaptive_max_pool2d",
        "adaptive_max_pool3d");
  }

  @Override
  public void map(Call call) {
    String operator = call.operator();
    int spatial = operator.charAt(operator.indexOf("pool") + 4) - '0';
    // Without a batch the first axis would be taken for one.
    if (call.rank(call.first()) != spatial + 2) {
      throw new NotMapped();
    }
    boolean max = operator.contains("max");
    if (operator.contains("adaptive")) {
      adaptive(call, max, spatial);
    } else {
      windows(call, max, spatial);
    }
  }

  private static void windows(Call call, boolean max, int spatial) {
    long[] kernel = Convolutions.each(call, "kernel_size", spatial, 1);
    long[] padding = Convolutions.each(call, "padding", spatial, 0);
    long[] pads = Arrays.copyOf(padding, 2 * spatial);
    System.arraycopy(padding, 0, pads, spatial, spatial);
    Settings settings =
        Settings.none()
            .with("kernel_shape", kernel)
            .with("strides", strides(call, kernel, spatial))
            .with("pads", pads)
            .with("ceil_mode", call.flag("ceil_mode", false) ? 1 : 0);
    if (max) {
      settings.with("dilations", Convolutions.each(call, "dilation", spatial, 1));
      int[] both = call.results().size() > 1 ? new int[] {0, 1} : new int[] {0};
      call.results(both, "MaxPool", settings.attributes(), call.first());
      return;
    }
    if (call.has("divisor_override")) {
      throw new NotMapped();
    }
    settings.with("count_include_pad", call.flag("count_include_pad", true) ? 1 : 0);
    call.result("AveragePool", settings.attributes(), call.first());
  }

  private static long[] strides(Call call, long[] kernel, int spatial) {
    boolean given = call.has("stride") && !call.sizes("stride").isEmpty();
    return given ? Convolutions.each(call, "stride", spatial, 1) : kernel;
  }

  /** Windows of one size, where the size wanted divides the one there is. */
  private static void adaptive(Call call, boolean max, int spatial) {
    Value input = call.first();
    Shape shape = call.shape(input);
    long[] wanted = Convolutions.each(call, "output_size", spatial, 1);
    if (Arrays.stream(wanted).allMatch(size -> size == 1)) {
      call.result(max ? "GlobalMaxPool" : "GlobalAveragePool", Attributes.NONE, input);
      return;
    }
    long[] kernel = new long[spatial];
    boolean even = true;
    for (int i = 0; i < spatial; i++) {
      long size = shape.dim(i + 2);
      if (size == Shape.UNKNOWN || wanted[i] < 1) {
        throw new NotMapped();
      }
      even &= size % wanted[i] == 0;
      kernel[i] = size / wanted[i];
    }
    if (!even) {
      uneven(call, max, wanted);
      return;
    }
    Settings settings = Settings.none().with("kernel_shape", kernel).with("strides", kernel);
    call.result(max ? "MaxPool" : "AveragePool", settings.attributes(), input);
  }

  /** Windows of different sizes: along each axis the product with a matrix of averages. */
  private static void uneven(Call call, boolean max, long[] wanted) {
    Value pooled = call.first();
    int rank = call.rank(pooled);
    if (max) {
      throw new NotMapped();
    }
    for (int i = 0; i < wanted.length; i++) {
      long size = call.shape(call.first()).dim(i + 2);
      if (size * wanted[i] > LARGEST_MATRIX) {
        throw new NotMapped();
      }
      Attributes last = Axes.exchange(rank, i + 2, rank - 1);
      Value turned = call.emit("Transpose", last, pooled);
      Value matrix = call.matrix(averages((int) size, (int) wanted[i]), size, wanted[i]);
      Value product = call.emit("MatMul", Attributes.NONE, turned, matrix);
      if (i == wanted.length - 1) {
        call.result("Transpose", last, product);
      } else {
        pooled = call.emit("Transpose", last, product);
      }
    }
  }

  private static double[] averages(int size, int wanted) {
    double[] matrix = new double[size * wanted];
    for (int to = 0; to < wanted; to++) {
      int start = (int) ((long) to * size / wanted);
      int end = (int) (((long) (to + 1) * size + wanted - 1) / wanted);
      for (int from = start; from < end; from++) {
        matrix[from * wanted + to] = 1.0 / (end - start);
      }
    }
    return matrix;
  }
}

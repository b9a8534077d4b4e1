package io.schedulec.rate;

/** How many of a tensor's structures (filters, channels, blocks) a sparsity removes. */
public final class StructureCount {
  private StructureCount() {}

  /**
   * {@code floor(sparsity * count)} in doubles, and one less where that would remove them all
   * although the sparsity is not exactly 1.
   */
  public static int removed(double sparsity, int count) {
    int floor = (int) Math.floor(sparsity * count);
    return floor == count && sparsity != 1.0 ? floor - 1 : floor;
  }

  /** What {@link #removed} leaves. */
  public static int kept(double sparsity, int count) {
    return count - removed(sparsity, count);
  }
}

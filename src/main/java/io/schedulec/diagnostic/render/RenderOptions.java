package io.schedulec.diagnostic.render;

/**
 * How text is laid out.
 *
 * @param width columns of the terminal; less than 40 counts as 40
 * @param ascii whether only ASCII may be shown; any other character of the source becomes {@code ?}
 * @param colour whether headers, marks and labels are coloured with ANSI codes
 */
public record RenderOptions(int width, boolean ascii, boolean colour) {
  private static final int NARROWEST = 40;
  private static final int WIDEST_PROSE = 100;

  /** Raises the width to one in which names still fit. */
  public RenderOptions {
    width = Math.max(width, NARROWEST);
  }

  /** The last column of prose, which is hard to read when it is very wide. */
  int prose() {
    return Math.min(width, WIDEST_PROSE);
  }
}
